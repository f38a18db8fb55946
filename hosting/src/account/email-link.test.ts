import { expect, test } from 'vitest';
import { emailLinkOf } from './email-link';

test.each([
  ['/action?mode=resetPassword&oobCode=c1&apiKey=k&lang=hi', { mode: 'resetPassword', code: 'c1' }],
  ['/action/?mode=verifyEmail&oobCode=c1', { mode: 'verifyEmail', code: 'c1' }],
  ['/action?mode=recoverEmail&oobCode=c1', { mode: 'recoverEmail', code: 'c1' }],
  ['/action?mode=verifyAndChangeEmail&oobCode=c1', { mode: 'verifyAndChangeEmail', code: 'c1' }],
  [
    '/action?mode=revertSecondFactorAddition&oobCode=c1',
    { mode: 'revertSecondFactorAddition', code: 'c1' },
  ],
  ['/action?mode=verifyEmail', { code: '' }],
  ['/action?mode=signIn&oobCode=c1', { code: '' }],
  ['/action?mode=constructor&oobCode=c1', { code: '' }],
  ['/action', { code: '' }],
  ['/', undefined],
  ['/history?mode=verifyEmail&oobCode=c1', undefined],
  ['/actions?mode=verifyEmail&oobCode=c1', undefined],
])('%s', (address, link) => {
  expect(emailLinkOf(new URL(address, 'https://moodify.example'))).toEqual(link);
});
