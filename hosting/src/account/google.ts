import { FirebaseError } from 'firebase/app';
import {
  browserPopupRedirectResolver as resolver,
  getRedirectResult,
  GoogleAuthProvider,
  linkWithPopup,
  linkWithRedirect,
  reauthenticateWithPopup,
  signInWithPopup,
  signInWithRedirect,
  type Auth,
  type User,
} from 'firebase/auth';
import { codeOf } from '../firebase/trouble';
import { loadScript } from '../shared/trusted-scripts';
import { rememberAway } from './away';

/**
 * Signs in with Google, in a window of its own; where the browser lets none open, the page itself
 * goes to Google and comes back.
 */
export async function enterWithGoogle(auth: Auth): Promise<void> {
  await loadGoogle();
  await inWindowOrAway(
    () => signInWithPopup(auth, provider(), resolver),
    () => signInWithRedirect(auth, provider(), resolver),
  );
}

/** Lets a person sign in with Google from now on; a guest becomes a person with an account by it. */
export async function linkGoogle(user: User): Promise<void> {
  await loadGoogle();
  await inWindowOrAway(
    () => linkWithPopup(user, provider(), resolver),
    () => linkWithRedirect(user, provider(), resolver),
  );
}

/** Has the person show once more that it is them. */
export async function confirmWithGoogle(user: User): Promise<void> {
  await loadGoogle();
  await reauthenticateWithPopup(user, provider(), resolver);
}

/**
 * Ends a way through Google that the page was left for.
 *
 * @throws FirebaseError such as `auth/credential-already-in-use`
 */
export async function finishGoogle(auth: Auth): Promise<void> {
  rememberAway(false);
  await loadGoogle();
  await getRedirectResult(auth, resolver);
}

/**
 * Fetches the part of Google's that Firebase listens to. It would do so itself, from an address that is
 * a mere text, which Trusted Types refuse; what is there already it uses.
 *
 * @throws FirebaseError as Firebase's own, `auth/internal-error`
 */
async function loadGoogle(): Promise<void> {
  if ('gapi' in globalThis) {
    return;
  }
  try {
    await loadScript('https://apis.google.com/js/api.js');
  } catch (error) {
    throw new FirebaseError('auth/internal-error', String(error));
  }
}

async function inWindowOrAway(
  inWindow: () => Promise<unknown>,
  away: () => Promise<unknown>,
): Promise<void> {
  try {
    await inWindow();
  } catch (error) {
    if (
      codeOf(error) !== 'auth/popup-blocked' &&
      codeOf(error) !== 'auth/operation-not-supported-in-this-environment'
    ) {
      throw error;
    }
    rememberAway(true);
    await away();
  }
}

function provider(): GoogleAuthProvider {
  const google = new GoogleAuthProvider();
  // Who shares a machine is asked which account.
  google.setCustomParameters({ prompt: 'select_account' });
  return google;
}
