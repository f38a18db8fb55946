import {
  getBlob,
  ref,
  uploadBytesResumable,
  type FirebaseStorage,
  type StorageReference,
  type UploadTask,
} from 'firebase/storage';
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
    private readonly storage: FirebaseStorage,
    private readonly uid: string,
  ) {}

  /** Returns the photo that is kept for an entry; nothing if there is none. */
  kept(moodId: string): Promise<Blob | undefined> {
    return photoAt(ref(this.storage, `kept/${this.uid}/${moodId}`));
  }

  /**
   * Uploads a photo, which starts its reading. Idempotent by entry: a newer photo takes the place
   * of the older.
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
      ref(this.storage, `photos/${this.uid}/${moodId}`),
      photo.blob,
      { contentType: photo.type, customMetadata: { goal } },
    );
    task.on('state_changed', ({ bytesTransferred, totalBytes }) => {
      onProgress(totalBytes > 0 ? bytesTransferred / totalBytes : 0);
    });
    return {
      done: arrival(task),
      pause: () => task.pause(),
      resume: () => task.resume(),
      cancel: () => task.cancel(),
    };
  }
}

/** Gone, or never there, is no failure. */
async function photoAt(place: StorageReference): Promise<Blob | undefined> {
  try {
    return await getBlob(place);
  } catch (error) {
    if (codeOf(error) === 'storage/object-not-found') {
      return undefined;
    }
    throw error;
  }
}

/** The snapshot it resolves to is of no use: the entry says how it goes on. */
async function arrival(task: UploadTask): Promise<void> {
  await task;
}
