import { codeOf } from '../firebase/trouble';
import type { MessageKey } from '../messages/messages';

/** The least that Firebase Authentication takes. */
const MIN_PASSWORD_LENGTH = 6;

/** What is wrong with the form, and the field to put right, if it is one. */
export interface AccountTrouble {
  readonly key: MessageKey;
  readonly field?: 'email' | 'password';
}

/** Checks what can be told without asking; nothing if it all looks right. */
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
  if (password === '') {
    return { key: 'account.error.password-missing', field: 'password' };
  }
  if (isNew && password.length < MIN_PASSWORD_LENGTH) {
    return { key: 'account.error.password-weak', field: 'password' };
  }
  return undefined;
}

/**
 * Returns what to tell a person when signing in or up failed. Wrong passwords and unknown addresses
 * get the same answer, so that nobody can find out who has an account by signing in.
 */
export function accountTrouble(error: unknown): AccountTrouble {
  switch (codeOf(error)) {
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
    case 'auth/invalid-credential':
    case 'auth/invalid-login-credentials':
    case 'auth/user-not-found':
    case 'auth/wrong-password':
      return { key: 'account.error.credentials', field: 'password' };
    case 'auth/user-disabled':
      return { key: 'account.error.disabled' };
    case 'auth/too-many-requests':
      return { key: 'account.error.too-many' };
    case 'auth/network-request-failed':
      return { key: 'account.error.network' };
    default:
      return { key: 'account.error.unknown' };
  }
}
