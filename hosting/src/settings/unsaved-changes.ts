import type { ProfileChange } from './profile';

/**
 * Changes of settings that Firestore has not taken yet, kept in this tab: Firestore writes what is to
 * be sent to its own database a moment after it was asked to, and a reload in that moment would lose it.
 */
export class UnsavedChanges {
  private readonly key: string;

  /** @param storage the tab's own, such as sessionStorage */
  constructor(
    private readonly storage: Storage,
    uid: string,
  ) {
    this.key = `moodify-unsaved-${uid}`;
  }

  /** What was not taken before the page was loaded anew; absent if nothing. */
  read(): ProfileChange | undefined {
    const kept = this.storage.getItem(this.key);
    return kept === null ? undefined : (JSON.parse(kept) as ProfileChange);
  }

  /** Keeps a change beside those before it, of which it takes the place where both say something. */
  add(change: ProfileChange): void {
    this.storage.setItem(this.key, JSON.stringify({ ...this.read(), ...change }));
  }

  /** Forgets all of them: they are where they belong, or were refused. */
  clear(): void {
    this.storage.removeItem(this.key);
  }
}
