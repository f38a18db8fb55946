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

interface Waiting {
  readonly resolve: OnProfile;
  readonly reject: (error: Error) => void;
}

/** The document `users/{uid}`: one listener for as long as the person is signed in. */
export class ProfileStore {
  private profile: Profile | undefined;
  private readonly watchers = new Set<OnProfile>();
  private readonly unsaved: UnsavedChanges;
  /** Absent once the listener was refused. */
  private unsubscribe: (() => void) | undefined;
  private waiting: Waiting[] = [];
  private saves = 0;

  /**
   * Watches the document, and saves what a reload kept from being saved.
   *
   * @param onError told when the profile cannot be read, or such a change is refused
   */
  constructor(
    private readonly firestore: Firestore,
    private readonly uid: string,
    private readonly onError: (error: unknown) => void,
  ) {
    this.listen();
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

  /**
   * Resolves to the settings once they are known. Asks for them again if they were refused.
   *
   * @throws FirebaseError if they are refused before they are known
   */
  async known(): Promise<Profile> {
    this.listen();
    return (
      this.profile ??
      new Promise((resolve, reject) => {
        this.waiting.push({ resolve, reject });
      })
    );
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
    this.unsubscribe?.();
    // Nothing listens again.
    this.unsubscribe = () => undefined;
    this.watchers.clear();
    this.waiting = [];
  }

  /** Listens, unless that is so already: a listener that was refused is told of nothing any more. */
  private listen(): void {
    this.unsubscribe ??= onSnapshot(
      this.document(),
      (snapshot) => {
        const profile = readProfile(snapshot.data());
        this.profile = profile;
        this.watchers.forEach((onProfile) => {
          onProfile(profile);
        });
        this.settle(({ resolve }) => {
          resolve(profile);
        });
      },
      (error) => {
        this.unsubscribe = undefined;
        this.onError(error);
        this.settle(({ reject }) => {
          reject(error);
        });
      },
    );
  }

  private settle(end: (one: Waiting) => void): void {
    const { waiting } = this;
    this.waiting = [];
    waiting.forEach(end);
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
