import {
  getMultiFactorResolver,
  multiFactor,
  TotpMultiFactorGenerator,
  type Auth,
  type MultiFactorError,
  type MultiFactorInfo,
  type User,
} from 'firebase/auth';
import { codeOf } from '../firebase/trouble';

/** What an authenticator app is called where Firebase lists the ways of an account. */
const NAME = 'Authenticator';

/** Who asks a person for the code that their app shows; resolves to nothing if they have thought better of it. */
export type AskCode = (isAgain: boolean) => Promise<string | undefined>;

/** An authenticator app that is being set up (RFC 6238). */
export interface NewFactor {
  /** What is typed into the app. */
  readonly key: string;
  /** The same as an address that opens an app on this device. */
  readonly address: string;
  /**
   * Has every sign-in ask for the app's code from now on.
   *
   * @throws FirebaseError `auth/invalid-verification-code` if that is not the code
   */
  readonly finish: (code: string) => Promise<void>;
}

/** Whether signing in takes the code of an app. */
export function hasSecondFactor(user: User): boolean {
  return multiFactor(user).enrolledFactors.some(isApp);
}

/**
 * Makes a key for an app. Nothing changes until it is finished.
 *
 * @throws FirebaseError such as `auth/unverified-email` or `auth/requires-recent-login`
 */
export async function newFactor(user: User): Promise<NewFactor> {
  const factors = multiFactor(user);
  const secret = await TotpMultiFactorGenerator.generateSecret(await factors.getSession());
  return {
    key: secret.secretKey,
    address: secret.generateQrCodeUrl(user.email ?? '', 'Moodify'),
    finish: (code) =>
      factors.enroll(TotpMultiFactorGenerator.assertionForEnrollment(secret, code), NAME),
  };
}

/** Has signing in take no code any more. */
export async function removeFactors(user: User): Promise<void> {
  const factors = multiFactor(user);
  for (const factor of factors.enrolledFactors.filter(isApp)) {
    await factors.unenroll(factor);
  }
}

/**
 * Signs in, or has a person show that it is them, and asks for the app's code where that takes one,
 * until it is right.
 *
 * @throws FirebaseError `auth/user-cancelled` if the person gives none
 */
export async function withSecondFactor(
  auth: Auth,
  signIn: () => Promise<unknown>,
  askCode: AskCode,
): Promise<void> {
  try {
    await signIn();
  } catch (error) {
    if (codeOf(error) !== 'auth/multi-factor-auth-required') {
      throw error;
    }
    await resolve(auth, error as MultiFactorError, askCode);
  }
}

async function resolve(auth: Auth, error: MultiFactorError, askCode: AskCode): Promise<void> {
  const resolver = getMultiFactorResolver(auth, error);
  const app = resolver.hints.find(isApp);
  if (!app) {
    throw error;
  }
  for (let isAgain = false; ; isAgain = true) {
    const code = await askCode(isAgain);
    if (code === undefined) {
      throw Object.assign(new Error('No code was given'), { code: 'auth/user-cancelled' });
    }
    try {
      await resolver.resolveSignIn(TotpMultiFactorGenerator.assertionForSignIn(app.uid, code));
      return;
    } catch (refusal) {
      if (codeOf(refusal) !== 'auth/invalid-verification-code') {
        throw refusal;
      }
    }
  }
}

function isApp({ factorId }: MultiFactorInfo): boolean {
  return factorId === TotpMultiFactorGenerator.FACTOR_ID;
}
