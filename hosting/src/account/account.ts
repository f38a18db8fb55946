import {
  createUserWithEmailAndPassword,
  onAuthStateChanged,
  signInWithEmailAndPassword,
  signOut as firebaseSignOut,
  type Auth,
} from 'firebase/auth';

/** Someone who is signed in. */
export interface Person {
  readonly uid: string;
  readonly email: string;
}

/** Signs people up, in and out. Failures are Firebase errors with codes such as `auth/weak-password`. */
export class Account {
  constructor(private readonly auth: Auth) {}

  /** Tells who is signed in, at once and whenever it changes, in this tab or another one. */
  watch(onPerson: (person: Person | undefined) => void): () => void {
    return onAuthStateChanged(this.auth, (user) => {
      onPerson(user ? { uid: user.uid, email: user.email ?? '' } : undefined);
    });
  }

  async signUp(email: string, password: string): Promise<void> {
    await createUserWithEmailAndPassword(this.auth, email, password);
  }

  async signIn(email: string, password: string): Promise<void> {
    await signInWithEmailAndPassword(this.auth, email, password);
  }

  signOut(): Promise<void> {
    return firebaseSignOut(this.auth);
  }
}
