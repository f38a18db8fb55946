import {
  deleteField,
  doc,
  onSnapshot,
  serverTimestamp,
  setDoc,
  type Firestore,
} from 'firebase/firestore';
import { readProfile, type Profile, type ProfileChange } from './profile';
import { UnsavedChanges } from './unsaved-changes';

type OnProfile = (profile: Profile) => void;

/** The document `users/{uid}`: one listener for as long as the person is signed in. */
export class ProfileStore {
  private profile: Profile | undefined;
  private readonly watchers = new Set<OnProfile>();
  private readonly unsubscribe: () => void;
  private readonly unsaved: UnsavedChanges;
  private saves = 0;

  /**
   * Watches the document, and saves what a reload kept from being saved.
   *
   * @param onError told when the profile cannot be read, or such a change is refused
   */
  constructor(
    private readonly firestore: Firestore,
    private readonly uid: string,
    onError: (error: unknown) => void,
  ) {
    this.unsubscribe = onSnapshot(
      this.document(),
      (snapshot) => {
        const profile = readProfile(snapshot.data());
        this.profile = profile;
        this.watchers.forEach((onProfile) => {
          onProfile(profile);
        });
      },
      onError,
    );
    this.unsaved = new UnsavedChanges(sessionStorage, uid);
    const change = this.unsaved.read();
    if (change) {
      this.save(change).catch(onError);
    }
  }

  /** The settings as they are now; absent until they are known. */
  get current(): Profile | undefined {
    return this.profile;
  }

  /** Tells the settings, at once if they are known and whenever they change. */
  watch(onProfile: OnProfile): () => void {
    this.watchers.add(onProfile);
    if (this.profile) {
      onProfile(this.profile);
    }
    return () => {
      this.watchers.delete(onProfile);
    };
  }

  /** Resolves to the settings, once they are known. */
  known(): Promise<Profile> {
    return new Promise((resolve) => {
      const unwatch = this.watch((profile) => {
        resolve(profile);
        queueMicrotask(() => {
          unwatch();
        });
      });
    });
  }

  /**
   * Changes some settings and leaves the others; null takes one away. Resolves when the server has
   * them, which it has not as long as the page is offline; the page shows them at once.
   */
  async save(change: ProfileChange): Promise<void> {
    this.unsaved.add(change);
    this.saves++;
    try {
      await this.write(change);
    } finally {
      this.saves--;
      if (this.saves === 0) {
        this.unsaved.clear();
      }
    }
  }

  close(): void {
    this.unsaved.clear();
    this.unsubscribe();
    this.watchers.clear();
  }

  private async write({ consent, ...change }: ProfileChange): Promise<void> {
    const fields: Record<string, unknown> = {};
    Object.entries(change).forEach(([name, value]) => {
      fields[name] = value ?? deleteField();
    });
    if (consent !== undefined) {
      // The clock of this machine may be wrong.
      fields.consent = consent ? { ...consent, at: serverTimestamp() } : deleteField();
    }
    await setDoc(this.document(), fields, { merge: true });
  }

  private document() {
    return doc(this.firestore, 'users', this.uid);
  }
}
