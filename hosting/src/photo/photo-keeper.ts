import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Goal } from '../mood/goal';
import type { PreparedPhoto } from './prepare-photo';

/** A photo that has not arrived yet, kept in this browser so that a reload does not lose it. */
export interface KeptPhoto {
  readonly uid: string;
  readonly moodId: string;
  readonly goal: Goal;
  /** The file as it was chosen; absent once it is prepared. */
  readonly file?: Blob;
  /** The photo as it is uploaded; absent until it is prepared. */
  readonly photo?: PreparedPhoto;
  /** Milliseconds since 1970, by the clock of this machine. */
  readonly keptAt: number;
}

interface Kept extends DBSchema {
  photos: { key: string; value: KeptPhoto; indexes: { uid: string } };
}

/** A day, as in the bucket, and another for a clock that was wrong by one in between. */
const LONGEST_MS = 2 * 24 * 60 * 60 * 1000;

/**
 * Keeps photos in IndexedDB from the moment they are chosen until they have arrived. Where the browser
 * keeps nothing, as in some private windows, the upload goes on without.
 */
export class PhotoKeeper {
  private readonly opened: Promise<IDBPDatabase<Kept> | undefined>;

  constructor(private readonly uid: string) {
    this.opened = openDB<Kept>('moodify-photos', 1, {
      upgrade: (database) => {
        database.createObjectStore('photos', { keyPath: 'moodId' }).createIndex('uid', 'uid');
      },
    }).catch(complain);
  }

  /**
   * Keeps a file until it is forgotten, or its photo takes its place.
   *
   * @returns whether this browser keeps it
   */
  keepFile(moodId: string, file: Blob, goal: Goal): Promise<boolean> {
    return this.put({ uid: this.uid, moodId, goal, file, keptAt: Date.now() });
  }

  /** Keeps a photo until it is forgotten. */
  async keep(moodId: string, photo: PreparedPhoto, goal: Goal): Promise<void> {
    await this.put({ uid: this.uid, moodId, goal, photo, keptAt: Date.now() });
  }

  /** Returns what is kept of this person, the newest first; what is too old is deleted. */
  async find(): Promise<KeptPhoto[]> {
    const database = await this.opened;
    const all = (await database?.getAllFromIndex('photos', 'uid', this.uid).catch(complain)) ?? [];
    // A clock that was set back in between makes a photo look as if it came from the future.
    const isOld = ({ keptAt }: KeptPhoto) => Math.abs(Date.now() - keptAt) > LONGEST_MS;
    await Promise.all(all.filter(isOld).map(({ moodId }) => this.forget(moodId)));
    return all.filter((kept) => !isOld(kept)).sort((one, other) => other.keptAt - one.keptAt);
  }

  async forget(moodId: string): Promise<void> {
    await (await this.opened)?.delete('photos', moodId).catch(complain);
  }

  /** Forgets every photo of this person, as when they sign out. */
  async forgetAll(): Promise<void> {
    await Promise.all((await this.find()).map(({ moodId }) => this.forget(moodId)));
  }

  private async put(kept: KeptPhoto): Promise<boolean> {
    return (await (await this.opened)?.put('photos', kept).catch(complain)) !== undefined;
  }
}

function complain(error: unknown): undefined {
  console.warn('This browser keeps no photos', error);
  return undefined;
}
