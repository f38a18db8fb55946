import {
  createUserWithEmailAndPassword,
  EmailAuthProvider,
  linkWithCredential,
  onAuthStateChanged,
  reauthenticateWithCredential,
  sendEmailVerification,
  sendPasswordResetEmail,
  signInAnonymously,
  signInWithEmailAndPassword,
  signOut as firebaseSignOut,
  updatePassword,
  type Auth,
  type User,
} from 'firebase/auth';
import type { Api } from '../firebase/api';
import type { SignInWays } from '../firebase/configuration';
import { codeOf } from '../firebase/trouble';
import { currentLanguage } from '../messages/messages';
import { Publisher } from '../shared/publisher';
import { isBackFromGoogle } from './away';
import { eraseAccount } from './erasure';
import { confirmWithGoogle, enterWithGoogle, finishGoogle, linkGoogle } from './google';
import { personOf, type Person } from './person';
import {
  newFactor,
  removeFactors,
  withSecondFactor,
  type AskCode,
  type NewFactor,
} from './second-factor';

export type { Person } from './person';

/**
 * Who is signed in, and everything about their account. Failures are Firebase errors with codes such
 * as `auth/weak-password`; `accountTrouble` has the words for them.
 */
export class Account {
  private readonly people = new Publisher<Person | undefined>();
  private isKnown = false;

  /** Called before anyone is signed out here, so that what is watched in their name can be closed. */
  beforeSignOut: () => Promise<void> = () => Promise.resolve();

  /** Called when signing in takes the code of an app. */
  askCode: AskCode = () => Promise.resolve(undefined);

  constructor(
    private readonly auth: Auth,
    private readonly api: Pick<Api, 'as' | 'send'>,
    /** Which other ways to sign in there are. */
    readonly ways: SignInWays,
  ) {
    onAuthStateChanged(auth, () => {
      this.isKnown = true;
      this.publish();
    });
  }

  /** Who is signed in, as far as that is known. */
  get person(): Person | undefined {
    return this.auth.currentUser ? personOf(this.auth.currentUser) : undefined;
  }

  /**
   * Calls back with who is signed in, as soon as it is known and whenever it or something about them
   * changes, in this tab or another one. Returns what ends it.
   */
  watch(onPerson: (person: Person | undefined) => void): () => void {
    if (this.isKnown) {
      onPerson(this.person);
    }
    return this.people.subscribe(onPerson);
  }

  /** Opens an account, and sends an e-mail to verify the address. */
  async signUp(email: string, password: string): Promise<void> {
    await createUserWithEmailAndPassword(this.auth, email, password);
    await this.verifyQuietly();
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.prove(() => signInWithEmailAndPassword(this.auth, email, password));
  }

  /** Lets a guest in, who can become a person with an account later and keeps everything. */
  async enterAsGuest(): Promise<void> {
    await signInAnonymously(this.auth);
  }

  async enterWithGoogle(): Promise<void> {
    await this.prove(() => enterWithGoogle(this.auth));
  }

  /**
   * Signs a guest in to an account that they have already. What they made as a guest does not come
   * along: it is erased once they are in.
   */
  async signInInstead(email: string, password: string): Promise<void> {
    await this.leaveGuest(() => this.signIn(email, password));
  }

  /** The same with Google. Where the page is left for it, upkeep erases the guest by and by. */
  async enterWithGoogleInstead(): Promise<void> {
    await this.leaveGuest(() => this.enterWithGoogle());
  }

  /** Ends a way through Google that the page was left for; nothing if there is none. */
  async comeBack(): Promise<void> {
    if (isBackFromGoogle()) {
      await this.prove(() => finishGoogle(this.auth));
      this.publish();
    }
  }

  /** Gives a guest, or who has only signed in with Google, a password. */
  async linkPassword(email: string, password: string): Promise<void> {
    await linkWithCredential(this.user(), EmailAuthProvider.credential(email, password));
    await this.verifyQuietly();
    this.publish();
  }

  async linkGoogle(): Promise<void> {
    await linkGoogle(this.user());
    this.publish();
  }

  /**
   * Sends an e-mail that a new password can be chosen with. Resolves as well if there is no account
   * with that address, so that nobody can find out who has one.
   */
  async resetPassword(email: string): Promise<void> {
    this.auth.languageCode = currentLanguage();
    try {
      await sendPasswordResetEmail(this.auth, email);
    } catch (error) {
      if (codeOf(error) !== 'auth/user-not-found') {
        throw error;
      }
    }
  }

  /** Sends the e-mail again that verifies the address. */
  async verifyEmail(): Promise<void> {
    this.auth.languageCode = currentLanguage();
    await sendEmailVerification(this.user());
  }

  /** Changes the password of who knows the current one. */
  async changePassword(current: string, next: string): Promise<void> {
    await this.confirmPassword(current);
    await updatePassword(this.user(), next);
  }

  /** Has the person show once more that it is them, as for erasing an account. */
  async confirmPassword(password: string): Promise<void> {
    const user = this.user();
    const credential = EmailAuthProvider.credential(user.email ?? '', password);
    await this.prove(() => reauthenticateWithCredential(user, credential));
  }

  /** Has a new ID token made, which takes this browser's session: all that a guest can show. */
  async renewToken(): Promise<void> {
    await this.user().getIdToken(true);
  }

  async confirmWithGoogle(): Promise<void> {
    await this.prove(() => confirmWithGoogle(this.user()));
  }

  /** Begins to have signing in take the code of an app as well. */
  newSecondFactor(): Promise<NewFactor> {
    return newFactor(this.user());
  }

  async removeSecondFactor(): Promise<void> {
    await removeFactors(this.user());
    this.publish();
  }

  /** Asks the server how the account stands; who is no longer welcome is signed out by that. */
  async refresh(): Promise<void> {
    const { currentUser } = this.auth;
    if (currentUser) {
      await currentUser.reload();
      this.publish();
    }
  }

  /** Erases a guest and everything of theirs, for nobody could come back to it; then signs out. */
  async forgetGuest(): Promise<void> {
    await this.beforeSignOut();
    await this.renewToken();
    await eraseAccount(this.api);
    await firebaseSignOut(this.auth);
  }

  async signOut(): Promise<void> {
    await this.beforeSignOut();
    await firebaseSignOut(this.auth);
  }

  /** Ends the sessions in every browser; the others notice within the hour, when they ask for more. */
  async signOutEverywhere(): Promise<void> {
    await this.api.send('POST', 'sign-out-everywhere');
    await this.signOut();
  }

  /** The account is there also if the e-mail cannot be sent; it can be asked for again. */
  private async verifyQuietly(): Promise<void> {
    await this.verifyEmail().catch((error: unknown) => {
      console.warn('The e-mail could not be sent', codeOf(error));
    });
  }

  private async leaveGuest(enter: () => Promise<void>): Promise<void> {
    const guest = this.auth.currentUser;
    const token = await guest?.getIdToken(true);
    await enter();
    if (token && guest?.isAnonymous && this.auth.currentUser?.uid !== guest.uid) {
      // Who is in is not troubled by what is left behind: upkeep erases guests who do not come back.
      await this.api
        .as(token)
        .send('DELETE', 'account')
        .catch((error: unknown) => {
          console.warn('A guest could not be erased', error);
        });
    }
  }

  private prove(signIn: () => Promise<unknown>): Promise<void> {
    return withSecondFactor(this.auth, signIn, (isAgain) => this.askCode(isAgain));
  }

  private user(): User {
    const { currentUser } = this.auth;
    if (!currentUser) {
      throw Object.assign(new Error('Nobody is signed in'), { code: 'auth/no-current-user' });
    }
    return currentUser;
  }

  private publish(): void {
    this.people.publish(this.person);
  }
}
