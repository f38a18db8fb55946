import {
  deleteObject,
  getBlob,
  ref,
  uploadBytesResumable,
  type StorageReference,
  type UploadTask,
} from 'firebase/storage';
import {
  collection,
  doc,
  getDoc,
  getDocsFromServer,
  limit,
  query,
  where,
} from 'firebase/firestore';
import { asDate } from '../firebase/fields';
import { RateLimitedError } from '../firebase/limited-writes';
import type { Stores } from '../firebase/stores';
import { codeOf } from '../firebase/trouble';
import type { Goal } from '../mood/goal';
import type { PreparedPhoto } from './prepare-photo';

/** An upload on its way. */
export interface Upload {
  /** Resolves when the whole photo has arrived; rejects with a Firebase error. */
  readonly done: Promise<void>;
  /** Holds still, such as while the connection is away. */
  pause(): void;
  /** Goes on with what has not arrived yet. */
  resume(): void;
  cancel(): void;
}

/** A person's photos in Cloud Storage, each named after the entry it is for. */
export class PhotoStore {
  constructor(
    private readonly stores: Stores,
    private readonly uid: string,
  ) {}

  /** Returns the photo that is kept for an entry; nothing if there is none. */
  kept(moodId: string): Promise<Blob | undefined> {
    return photoAt(ref(this.stores.storage, `kept/${this.uid}/${moodId}`));
  }

  /** Returns whether a photo is kept for any entry. */
  async hasKept(): Promise<boolean> {
    return !(await getDocsFromServer(query(this.entriesWithPhoto(), limit(1)))).empty;
  }

  /** Deletes the photos that are kept for all entries, and leaves the entries. */
  async deleteKept(): Promise<void> {
    const { docs } = await getDocsFromServer(this.entriesWithPhoto());
    await Promise.all(
      docs.map(({ id }) =>
        ignoreMissing(deleteObject(ref(this.stores.storage, `kept/${this.uid}/${id}`))),
      ),
    );
  }

  private entriesWithPhoto() {
    const entries = collection(this.stores.firestore, 'users', this.uid, 'moods');
    return query(entries, where('photo.kept', '==', true));
  }

  /**
   * Uploads a photo, which starts its reading. Idempotent by entry: a newer photo takes the place
   * of the older.
   *
   * It rejects with a RateLimitedError if there were too many.
   *
   * @param onProgress called with the share that has arrived, in [0, 1]
   */
  upload(
    moodId: string,
    photo: PreparedPhoto,
    goal: Goal,
    onProgress: (share: number) => void,
  ): Upload {
    const task = uploadBytesResumable(
      ref(this.stores.storage, `photos/${this.uid}/${moodId}`),
      photo.blob,
      { contentType: photo.type, customMetadata: { goal } },
    );
    task.on('state_changed', ({ bytesTransferred, totalBytes }) => {
      onProgress(totalBytes > 0 ? bytesTransferred / totalBytes : 0);
    });
    return {
      done: this.arrival(task),
      pause: () => task.pause(),
      resume: () => task.resume(),
      cancel: () => task.cancel(),
    };
  }

  /** The snapshot it resolves to is of no use: the entry says how it goes on. */
  private async arrival(task: UploadTask): Promise<void> {
    try {
      await task;
    } catch (error) {
      const isClosed = codeOf(error) === 'storage/unauthorized' && (await this.isGateClosed());
      throw isClosed ? new RateLimitedError('photos', error) : error;
    }
  }

  /** Whether uploads are refused for a while because there were too many; not if nobody can tell. */
  private async isGateClosed(): Promise<boolean> {
    try {
      const gate = await getDoc(doc(this.stores.firestore, 'users', this.uid, 'limits', 'photos'));
      const until = asDate(gate.data()?.until);
      return until !== undefined && until.getTime() > Date.now();
    } catch (error) {
      console.warn('The limit of photos could not be read', error);
      return false;
    }
  }
}

function photoAt(place: StorageReference): Promise<Blob | undefined> {
  return ignoreMissing(getBlob(place));
}

/** Gone, or never there, is no failure. */
async function ignoreMissing<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (codeOf(error) === 'storage/object-not-found') {
      return undefined;
    }
    throw error;
  }
}
