import type { User } from 'firebase/auth';
import { hasSecondFactor } from './second-factor';

/** Someone who is signed in. */
export interface Person {
  readonly uid: string;
  /** Empty for a guest, who tries Moodify without an account. */
  readonly email: string;
  /** What Google says the person is called; the profile may say otherwise. */
  readonly name: string;
  readonly isGuest: boolean;
  readonly emailVerified: boolean;
  /** How the person can sign in. */
  readonly hasPassword: boolean;
  readonly hasGoogle: boolean;
  /** Whether signing in takes the code of an authenticator app, too. */
  readonly hasSecondFactor: boolean;
}

/** Returns what the page needs to know of a user of Firebase Authentication. */
export function personOf(user: User): Person {
  const providers = new Set(user.providerData.map(({ providerId }) => providerId));
  return {
    uid: user.uid,
    email: user.email ?? '',
    name: user.displayName ?? '',
    isGuest: user.isAnonymous,
    emailVerified: user.emailVerified,
    hasPassword: providers.has('password'),
    hasGoogle: providers.has('google.com'),
    hasSecondFactor: hasSecondFactor(user),
  };
}
