import type { Profile } from '../settings/profile';
import type { ProfileStore } from '../settings/profile-store';
import { Publisher } from '../shared/publisher';

/**
 * The notice as it reads now: docs/notices.json has what each one says. Who has agreed to an older one
 * is asked again, here and by the functions, which read no photo until then.
 */
const CONSENT_VERSION = 2;

/** Whether the person has agreed that photos are read, and how they are asked. */
export class Consent {
  private readonly changes = new Publisher();
  private question: { promise: Promise<boolean>; answer: (agreed: boolean) => void } | undefined;
  private isShown = false;
  private isAgreeing = false;

  constructor(private readonly profile: Pick<ProfileStore, 'current' | 'known' | 'save'>) {}

  /** Whether the person has agreed to the notice as it reads now. */
  get isGiven(): boolean {
    return agreesTo(this.profile.current);
  }

  /** Whether the person has agreed to an earlier notice only, which has changed since. */
  get isOutdated(): boolean {
    return !this.isGiven && this.profile.current?.consent !== undefined;
  }

  /** Whether the notice is open. */
  get isOpen(): boolean {
    return this.isShown;
  }

  /** Whether the person has just agreed, and the agreement is still being written. */
  get isBeingGiven(): boolean {
    return this.isAgreeing;
  }

  /** Opens the notice for who wants to read it. */
  open(): void {
    this.isShown = true;
    this.changes.publish();
  }

  /**
   * Resolves to true if the person has agreed; else opens the notice and resolves to their answer.
   * Nothing may be read from a photo, and no camera opened, unless it is true.
   *
   * @throws FirebaseError if it cannot be known whether the person has agreed
   */
  async ensure(): Promise<boolean> {
    if (agreesTo(await this.profile.known())) {
      return true;
    }
    if (!this.question) {
      let answer!: (agreed: boolean) => void;
      const promise = new Promise<boolean>((resolve) => {
        answer = resolve;
      });
      this.question = { promise, answer };
      this.open();
    }
    return this.question.promise;
  }

  /**
   * Takes the person's answer to the open notice, and closes it. Not to agree takes nothing back.
   *
   * @throws FirebaseError if an agreement cannot be written; the notice stays open
   */
  async answer(agreed: boolean): Promise<void> {
    if (agreed) {
      await this.give();
    }
    this.question?.answer(agreed);
    this.question = undefined;
    this.isShown = false;
    this.changes.publish();
  }

  /** Takes the agreement back: the next photo asks again. */
  withdraw(): Promise<void> {
    return this.profile.save({ consent: null });
  }

  private async give(): Promise<void> {
    this.isAgreeing = true;
    this.changes.publish();
    try {
      await this.profile.save({ consent: { version: CONSENT_VERSION } });
    } finally {
      this.isAgreeing = false;
      this.changes.publish();
    }
  }

  /** Calls back when the notice is to be opened or closed, or is being agreed to. Returns what ends it. */
  watch(onChange: () => void): () => void {
    return this.changes.subscribe(onChange);
  }
}

function agreesTo(profile: Profile | undefined): boolean {
  return profile?.consent?.version === CONSENT_VERSION;
}
