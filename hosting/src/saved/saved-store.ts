import {
  collection,
  doc,
  getDocs,
  limit,
  orderBy,
  query,
  serverTimestamp,
  startAfter,
  type Firestore,
  type QueryDocumentSnapshot,
} from 'firebase/firestore';
import { limitedWrites, type LimitedWrites } from '../firebase/limited-writes';
import { NotCachedError } from '../firebase/not-cached';
import type { Playlist } from '../playlist/playlist';
import { MOST_TRACKS, readSavedPlaylist, type SavedPlaylist } from './saved-playlist';

/** The pagination cursor: where the next page of saved playlists begins. */
export type SavedCursor = QueryDocumentSnapshot;

/** One page of saved playlists, the newest first. */
export interface SavedPage {
  readonly playlists: readonly SavedPlaylist[];
  /** Absent if there are no more. */
  readonly next?: SavedCursor;
}

/**
 * The playlists that a person keeps, in Firestore. Writes reject with a RateLimitedError if there are too
 * many of them, or of the playlists.
 */
export class SavedStore {
  private readonly limited: LimitedWrites;

  constructor(
    private readonly firestore: Firestore,
    private readonly uid: string,
  ) {
    this.limited = limitedWrites(firestore, uid, 'savedPlaylists');
  }

  /**
   * Reads one page, the first one without a cursor; offline, what this device has cached.
   *
   * @throws NotCachedError if it is offline and nothing is cached
   */
  async page(size: number, after?: SavedCursor): Promise<SavedPage> {
    const { docs, metadata } = await getDocs(
      query(
        this.collection(),
        orderBy('createdAt', 'desc'),
        ...(after ? [startAfter(after)] : []),
        limit(size),
      ),
    );
    if (docs.length === 0 && metadata.fromCache) {
      throw new NotCachedError('There are no saved playlists on this device');
    }
    const last = docs.at(-1);
    return {
      playlists: docs.flatMap((entry) => readSavedPlaylist(entry.id, entry.data()) ?? []),
      ...(last && docs.length === size && { next: last }),
    };
  }

  /**
   * Keeps a playlist under a name.
   *
   * @param name see {@link asName}; not empty
   * @returns its id
   */
  async save(name: string, moodId: string, playlist: Playlist): Promise<string> {
    const saved = doc(this.collection());
    const fields = {
      name,
      moodId,
      emotion: playlist.emotion,
      goal: playlist.goal,
      tracks: playlist.tracks.slice(0, MOST_TRACKS),
      createdAt: serverTimestamp(),
    };
    await this.limited.write(saved.id, (batch) => batch.set(saved, fields), 1);
    return saved.id;
  }

  rename(savedId: string, name: string): Promise<void> {
    return this.limited.write(savedId, (batch) => batch.update(this.document(savedId), { name }));
  }

  delete(savedId: string): Promise<void> {
    return this.limited.write(savedId, (batch) => batch.delete(this.document(savedId)), -1);
  }

  private document(savedId: string) {
    return doc(this.collection(), savedId);
  }

  private collection() {
    return collection(this.firestore, 'users', this.uid, 'savedPlaylists');
  }
}
