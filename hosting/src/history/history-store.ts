import {
  collection,
  deleteDoc,
  doc,
  getCountFromServer,
  getDoc,
  getDocs,
  getDocsFromServer,
  limit,
  onSnapshot,
  orderBy,
  query,
  startAfter,
  where,
  writeBatch,
  type QueryDocumentSnapshot,
  type Unsubscribe,
} from 'firebase/firestore';
import { deleteObject, ref } from 'firebase/storage';
import { NotCachedError } from '../firebase/not-cached';
import { codeOf } from '../firebase/trouble';
import type { Stores } from '../firebase/stores';
import { watchCachedDocument } from '../firebase/watch-document';
import { readPlaylist, type Playlist } from '../playlist/playlist';
import { readEntry, type Entry } from './entry';

/** How many entries are deleted in one go; Firestore allows 500 writes in a batch. */
const BATCH = 100;

/** A person's entries and what is done with them afterwards. */
export class HistoryStore {
  /** The pagination cursor of every entry, by its id, so that reading can go on behind it. */
  private readonly cursors = new Map<string, QueryDocumentSnapshot>();

  constructor(
    private readonly stores: Stores,
    readonly uid: string,
  ) {}

  /**
   * Reports the newest entries, the newest first, whenever one of them changes; first perhaps those in
   * this device's cache.
   */
  watchNewest(
    size: number,
    onEntries: (entries: Entry[], isCached: boolean) => void,
    onError: (error: Error) => void,
  ): Unsubscribe {
    return onSnapshot(
      query(this.moods(), orderBy('createdAt', 'desc'), limit(size)),
      // Else nobody says when what is remembered turns out to be all there is.
      { includeMetadataChanges: true },
      ({ docs, metadata }) => {
        if (docs.length === 0 && metadata.fromCache) {
          onError(new NotCachedError('There are no entries on this device'));
        } else {
          onEntries(this.read(docs), metadata.fromCache);
        }
      },
      onError,
    );
  }

  /**
   * Reads the page of entries that follows one that was read before; offline, those in the cache.
   *
   * @throws NotCachedError if it is offline and the cache has none
   */
  async older(size: number, afterId: string): Promise<{ entries: Entry[]; isLast: boolean }> {
    const after = this.cursors.get(afterId);
    if (!after) {
      throw new Error(`Entry ${afterId} has not been read`);
    }
    const { docs, metadata } = await getDocs(
      query(this.moods(), orderBy('createdAt', 'desc'), startAfter(after), limit(size)),
    );
    if (docs.length === 0 && metadata.fromCache) {
      throw new NotCachedError('There are no older entries on this device');
    }
    return { entries: this.read(docs), isLast: docs.length < size && !metadata.fromCache };
  }

  /** Reports one entry whenever it changes; nothing while it is not there. */
  watch(
    moodId: string,
    onEntry: (entry: Entry | undefined) => void,
    onError: (error: Error) => void,
  ): Unsubscribe {
    return watchCachedDocument(
      doc(this.moods(), moodId),
      (fields) => {
        onEntry(fields && readEntry(moodId, fields));
      },
      onError,
    );
  }

  /** Reads the playlist of an entry; nothing if there is none. */
  async playlist(moodId: string): Promise<Playlist | undefined> {
    const found = await getDoc(doc(this.stores.firestore, 'users', this.uid, 'playlists', moodId));
    const fields = found.data();
    return fields && readPlaylist(fields);
  }

  /** Counts the entries of the history without reading them. */
  async count(): Promise<number> {
    const [all, unkept] = await Promise.all(
      [this.moods(), query(this.moods(), where('expiresAt', '>', new Date(0)))].map(
        async (entries) => (await getCountFromServer(entries)).data().count,
      ),
    );
    return (all ?? 0) - (unkept ?? 0);
  }

  /**
   * Deletes an entry and the photo that was kept for it; the photo first, because it would be
   * an orphan afterwards: nothing would name it. Its playlist follows by itself.
   */
  delete({ mood, photoKept }: Entry): Promise<void> {
    return this.remove(mood.id, photoKept);
  }

  /** Deletes an entry of which only the name is known, and whether its photo may have been kept. */
  async remove(moodId: string, photoKept: boolean): Promise<void> {
    if (photoKept) {
      await this.deletePhotos(moodId);
    }
    await deleteDoc(doc(this.moods(), moodId));
  }

  /** Deletes every entry, batch by batch. Reports how many are gone so far. */
  async deleteAll(onProgress: (deleted: number) => void): Promise<void> {
    let deleted = 0;
    for (;;) {
      const { docs } = await getDocsFromServer(query(this.moods(), limit(BATCH)));
      if (docs.length === 0) {
        return;
      }
      await Promise.all(
        docs
          .filter((found) => readEntry(found.id, found.data())?.photoKept)
          .map(({ id }) => this.deletePhotos(id)),
      );
      const batch = writeBatch(this.stores.firestore);
      docs.forEach((found) => batch.delete(found.ref));
      await batch.commit();
      deleted += docs.length;
      onProgress(deleted);
    }
  }

  private read(docs: readonly QueryDocumentSnapshot[]): Entry[] {
    return docs.flatMap((found) => {
      this.cursors.set(found.id, found);
      return readEntry(found.id, found.data()) ?? [];
    });
  }

  /** The photo is uploaded to one place and kept at the other, where it moves with its verdict. */
  private async deletePhotos(moodId: string): Promise<void> {
    await Promise.all(
      ['photos', 'kept'].map((folder) => this.deleteObject(`${folder}/${this.uid}/${moodId}`)),
    );
  }

  private async deleteObject(path: string): Promise<void> {
    try {
      await deleteObject(ref(this.stores.storage, path));
    } catch (error) {
      // Someone was quicker, such as the rule that empties the bucket; gone is what it shall be.
      if (codeOf(error) !== 'storage/object-not-found') {
        throw error;
      }
    }
  }

  private moods() {
    return collection(this.stores.firestore, 'users', this.uid, 'moods');
  }
}
