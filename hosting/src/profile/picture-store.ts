import {
  deleteObject,
  getBlob,
  ref,
  uploadBytes,
  type FirebaseStorage,
  type StorageReference,
} from 'firebase/storage';
import { codeOf } from '../firebase/trouble';

/** A person's picture of themselves, `pictures/{uid}` in Cloud Storage. */
export class PictureStore {
  constructor(
    private readonly storage: FirebaseStorage,
    private readonly uid: string,
  ) {}

  /** Returns the picture; nothing if there is none. */
  async read(): Promise<Blob | undefined> {
    try {
      return await getBlob(this.object());
    } catch (error) {
      if (isMissing(error)) {
        return undefined;
      }
      throw error;
    }
  }

  async write(picture: Blob): Promise<void> {
    await uploadBytes(this.object(), picture, { contentType: picture.type });
  }

  /** Deletes the picture; it is no failure if there is none. */
  async remove(): Promise<void> {
    try {
      await deleteObject(this.object());
    } catch (error) {
      if (!isMissing(error)) {
        throw error;
      }
    }
  }

  private object(): StorageReference {
    return ref(this.storage, `pictures/${this.uid}`);
  }
}

const isMissing = (error: unknown) => codeOf(error) === 'storage/object-not-found';
