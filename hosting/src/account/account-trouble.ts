import { ApiError, apiTrouble } from '../firebase/api';
import { codeOf } from '../firebase/trouble';
import type { MessageKey } from '../messages/messages';
import { isGuessable } from './guessable-password';

/** As deploy/deploy.sh has Firebase Authentication ask for. */
const MIN_PASSWORD_LENGTH = 8;

/** What is wrong with the form, and the field to put right, if it is one. */
export interface AccountTrouble {
  readonly key: MessageKey;
  readonly field?: 'email' | 'password';
}

/** Validates what can be checked without the server; nothing if it all looks right. */
export function checkCredentials(
  email: string,
  password: string,
  isNew: boolean,
): AccountTrouble | undefined {
  if (email === '') {
    return { key: 'account.error.email-missing', field: 'email' };
  }
  if (!/^\S+@\S+$/.test(email)) {
    return { key: 'account.error.email-invalid', field: 'email' };
  }
  return checkPassword(password, isNew, email);
}

/**
 * Checks a password alone; nothing if it looks right.
 *
 * @param email whose password it is, if that is known
 */
export function checkPassword(
  password: string,
  isNew: boolean,
  email = '',
): AccountTrouble | undefined {
  if (password === '') {
    return { key: 'account.error.password-missing', field: 'password' };
  }
  if (isNew && password.length < MIN_PASSWORD_LENGTH) {
    return { key: 'account.error.password-weak', field: 'password' };
  }
  if (isNew && isGuessable(password, email)) {
    return { key: 'account.error.password-common', field: 'password' };
  }
  return undefined;
}

/**
 * Returns the message for a person when something about their account failed; nothing if they have left
 * it themselves. Wrong passwords and unknown addresses get the same answer, so that nobody can find
 * out who has an account by signing in.
 *
 * @param asksPasswordOnly whether the address is known, so that only the password can be wrong
 */
export function accountTrouble(
  error: unknown,
  asksPasswordOnly = false,
): AccountTrouble | undefined {
  if (error instanceof ApiError) {
    return { key: apiTrouble(error) };
  }
  switch (codeOf(error)) {
    case 'auth/popup-closed-by-user':
    case 'auth/cancelled-popup-request':
    case 'auth/user-cancelled':
    case 'auth/redirect-cancelled-by-user':
      return undefined;
    case 'auth/invalid-email':
    case 'auth/missing-email':
      return { key: 'account.error.email-invalid', field: 'email' };
    case 'auth/weak-password':
    case 'auth/password-does-not-meet-requirements':
      return { key: 'account.error.password-weak', field: 'password' };
    case 'auth/missing-password':
      return { key: 'account.error.password-missing', field: 'password' };
    case 'auth/email-already-in-use':
      return { key: 'account.error.email-taken' };
    case 'auth/credential-already-in-use':
    case 'auth/account-exists-with-different-credential':
      return { key: 'account.error.google-taken' };
    case 'auth/user-mismatch':
      return { key: 'account.error.other-person' };
    case 'auth/invalid-credential':
    case 'auth/invalid-login-credentials':
    case 'auth/user-not-found':
    case 'auth/wrong-password':
      return {
        key: asksPasswordOnly ? 'account.error.password' : 'account.error.credentials',
        field: 'password',
      };
    case 'auth/user-disabled':
      return { key: 'account.error.disabled' };
    case 'auth/user-token-expired':
    case 'auth/invalid-user-token':
    case 'auth/no-current-user':
      return { key: 'trouble.session' };
    // The server's words, with their full stop.
    case 'auth/firebase-app-check-token-is-invalid.':
      return { key: 'trouble.app-check' };
    case 'auth/invalid-verification-code':
    case 'auth/missing-code':
      return { key: 'account.error.code' };
    case 'auth/unverified-email':
      return { key: 'account.factor.unverified' };
    case 'auth/requires-recent-login':
      return { key: 'account.error.sign-in-again' };
    case 'auth/expired-action-code':
    case 'auth/invalid-action-code':
      return { key: 'account.action.invalid' };
    case 'auth/too-many-requests':
      return { key: 'account.error.too-many' };
    case 'auth/network-request-failed':
      return { key: 'account.error.network' };
    // The part of Google's that opens the window could not be fetched.
    case 'auth/internal-error':
      return { key: 'account.error.google-away' };
    default:
      return { key: 'account.error.unknown' };
  }
}
