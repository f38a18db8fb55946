import {
  collection,
  deleteField,
  doc,
  onSnapshot,
  serverTimestamp,
  writeBatch,
  type DocumentData,
  type Firestore,
  type WriteBatch,
} from 'firebase/firestore';
import { connection } from '../shared/connection';
import { readProfile, type Profile, type ProfileChange } from './profile';
import { Publisher } from '../shared/publisher';
import { UnsavedChanges } from './unsaved-changes';

type OnProfile = (profile: Profile) => void;

/** How long the server may take to confirm what this browser keeps, before that is taken for it. */
const CONFIRM_WITHIN_MS = 10_000;

interface Waiting {
  readonly resolve: OnProfile;
  readonly reject: (error: Error) => void;
}

/** The document `users/{uid}`: one listener for as long as the person is signed in. */
export class ProfileStore {
  private profile: Profile | undefined;
  /** Whether the server has said so, and it is not only what this browser kept of an earlier visit. */
  private isConfirmed = false;
  /** Why the profile was refused; absent unless it was, and was not given since. */
  private refusal: Error | undefined;
  private readonly profiles = new Publisher<Profile>();
  private readonly unsaved: UnsavedChanges;
  /** Absent once the listener was refused. */
  private unsubscribe: (() => void) | undefined;
  private readonly unwatchConnection: () => void;
  private waiting: Waiting[] = [];
  private confirmation: ReturnType<typeof setTimeout> | undefined;
  private saves = 0;

  /**
   * Watches the document, and saves what a reload kept from being saved.
   *
   * @param onError called when the profile cannot be read, or such a change is refused
   */
  constructor(
    private readonly firestore: Firestore,
    private readonly uid: string,
    private readonly onError: (error: unknown) => void,
  ) {
    this.listen();
    this.unwatchConnection = connection.watch((isOnline) => {
      if (!isOnline) {
        this.settleUnconfirmed();
      }
    });
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

  /** Calls back with the settings, at once if they are known and whenever they change. */
  watch(onProfile: OnProfile): () => void {
    if (this.profile) {
      onProfile(this.profile);
    }
    return this.profiles.subscribe(onProfile);
  }

  /**
   * Resolves to the settings once the server has confirmed them: what this browser kept of an earlier
   * visit may have been changed elsewhere since, such as an agreement that was withdrawn. Where the
   * server is out of reach it is what counts all the same, unless it was refused. Settings that were
   * refused are asked for again.
   *
   * @throws FirebaseError if they are refused
   */
  async known(): Promise<Profile> {
    this.listen();
    if (this.profile && this.isConfirmed) {
      return this.profile;
    }
    const answer = new Promise<Profile>((resolve, reject) => {
      this.waiting.push({ resolve, reject });
    });
    if (connection.isOnline) {
      this.confirmation ??= setTimeout(this.settleUnconfirmed, CONFIRM_WITHIN_MS);
    } else {
      this.settleUnconfirmed();
    }
    return answer;
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
    this.unwatchConnection();
    clearTimeout(this.confirmation);
    this.profiles.close();
    this.waiting = [];
  }

  /** Listens, unless that is so already: a listener that was refused gets nothing any more. */
  private listen(): void {
    this.unsubscribe ??= onSnapshot(
      this.document(),
      // Else nothing is heard when the server confirms what this browser had kept.
      { includeMetadataChanges: true },
      (snapshot) => {
        this.take(snapshot.data(), { isConfirmed: !snapshot.metadata.fromCache });
      },
      (error) => {
        this.unsubscribe = undefined;
        this.isConfirmed = false;
        this.refusal = error;
        this.onError(error);
        this.settle(({ reject }) => {
          reject(error);
        });
      },
    );
  }

  private take(fields: DocumentData | undefined, { isConfirmed }: { isConfirmed: boolean }): void {
    const profile = readProfile(fields);
    const isNews = JSON.stringify(profile) !== JSON.stringify(this.profile);
    this.profile = profile;
    this.isConfirmed = isConfirmed;
    if (isNews) {
      this.profiles.publish(profile);
    }
    if (isConfirmed) {
      this.refusal = undefined;
      this.settle(({ resolve }) => {
        resolve(profile);
      });
    } else if (!connection.isOnline || this.confirmation === undefined) {
      this.settleUnconfirmed();
    }
  }

  /** Whoever waits gets what this browser has cached, for the server is out of reach. */
  private readonly settleUnconfirmed = () => {
    const { profile, refusal } = this;
    this.confirmation = undefined;
    if (refusal) {
      this.settle(({ reject }) => {
        reject(refusal);
      });
    } else if (profile) {
      this.settle(({ resolve }) => {
        resolve(profile);
      });
    }
  };

  private settle(end: (one: Waiting) => void): void {
    clearTimeout(this.confirmation);
    this.confirmation = undefined;
    const { waiting } = this;
    this.waiting = [];
    waiting.forEach(end);
  }

  private async write({ consent, ...change }: ProfileChange): Promise<void> {
    const fields: Record<string, unknown> = {};
    Object.entries(change).forEach(([name, value]) => {
      fields[name] = value ?? deleteField();
    });
    const batch = writeBatch(this.firestore);
    if (consent !== undefined) {
      this.addConsent(batch, fields, consent);
    }
    batch.set(this.document(), fields, { merge: true });
    await batch.commit();
  }

  /** Adds a consent, or that it is withdrawn, to a profile's fields, and the record of it that stays. */
  private addConsent(
    batch: WriteBatch,
    fields: Record<string, unknown>,
    consent: NonNullable<ProfileChange['consent']> | null,
  ): void {
    const version = consent?.version ?? this.profile?.consent?.version ?? 1;
    // The clock of this machine may be wrong.
    const record = { given: consent !== null, version, at: serverTimestamp() };
    const place = doc(collection(this.document(), 'consents'));
    batch.set(place, record);
    fields.consent = { ...record, record: place.id };
    if (!consent) {
      fields.keepPhotos = false;
    }
  }

  private document() {
    return doc(this.firestore, 'users', this.uid);
  }
}
