import { describe, expect, test } from 'vitest';
import { accountTrouble, checkCredentials } from './account-trouble';

const failure = (code: string) => Object.assign(new Error(code), { code });

describe('a failed sign-in', () => {
  test('has the same answer for a wrong password and an unknown address', () => {
    const answers = [
      'auth/invalid-credential',
      'auth/invalid-login-credentials',
      'auth/user-not-found',
      'auth/wrong-password',
    ].map((code) => accountTrouble(failure(code)));
    expect(new Set(answers.map((answer) => answer?.key))).toEqual(
      new Set(['account.error.credentials']),
    );
  });

  test.each([
    ['auth/weak-password', 'account.error.password-weak'],
    ['auth/email-already-in-use', 'account.error.email-taken'],
    ['auth/invalid-email', 'account.error.email-invalid'],
    ['auth/too-many-requests', 'account.error.too-many'],
    ['auth/network-request-failed', 'account.error.network'],
    ['auth/something-new', 'account.error.unknown'],
  ])('with %s is reported as %s', (code, key) => {
    expect(accountTrouble(failure(code))?.key).toBe(key);
  });

  test('that is no Firebase error at all is reported as unknown', () => {
    expect(accountTrouble(new TypeError('x'))?.key).toBe('account.error.unknown');
    expect(accountTrouble(undefined)?.key).toBe('account.error.unknown');
  });
});

describe('the form', () => {
  test.each([
    ['', '', 'account.error.email-missing', 'email'],
    ['anna', 'secret-1', 'account.error.email-invalid', 'email'],
    ['anna @example.com', 'secret-1', 'account.error.email-invalid', 'email'],
    ['anna@example.com', '', 'account.error.password-missing', 'password'],
    ['anna@example.com', '1234567', 'account.error.password-weak', 'password'],
    ['anna@example.com', '12345678', 'account.error.password-common', 'password'],
  ])('with %j and %j is sent back to the field to put right', (email, password, key, field) => {
    expect(checkCredentials(email, password, true)).toEqual({ key, field });
  });

  test('takes an address in another script, and any password of an old account', () => {
    expect(checkCredentials('अनन्या@उदाहरण.भारत', 'नीला आसमान', true)).toBeUndefined();
    expect(checkCredentials('anna@example.com', '123', false)).toBeUndefined();
  });
});
