import { createHmac } from 'node:crypto';
import type { Page, Route } from './test';
import { stack } from '../stack';
import type { Credentials } from './account-emulator';

const SECRET = 'JBSWY3DP'.repeat(4);
const FACTOR = { mfaEnrollmentId: 'app', displayName: 'Authenticator', totpInfo: {} };
const EMULATOR = `http://${stack.host}:${stack.auth}/identitytoolkit.googleapis.com/v1`;
const HEADERS = { 'access-control-allow-origin': '*' };

interface Tokens {
  readonly idToken: string;
  readonly refreshToken: string;
}

/**
 * Answers for Firebase Authentication what is asked about second factors, of which its emulator knows
 * nothing; with a code that is not the app's, as Firebase does. All else goes to the emulator.
 */
export async function stubSecondFactor(page: Page, person: Credentials): Promise<void> {
  let isEnrolled = false;
  const enrolledAt = new Date().toISOString();
  const factors = () => (isEnrolled ? { mfaInfo: [{ ...FACTOR, enrolledAt }] } : {});

  await page.route('**/v2/accounts/mfaEnrollment:start?**', (route) =>
    answer(route, {
      totpSessionInfo: {
        ...{ sharedSecretKey: SECRET, hashingAlgorithm: 'SHA1' },
        ...{ verificationCodeLength: 6, periodSec: 30, sessionInfo: 'session' },
        finalizeEnrollmentTime: new Date(Date.now() + 300_000).toISOString(),
      },
    }),
  );
  await page.route('**/v2/accounts/mfaEnrollment:finalize?**', (route) =>
    ifCodeIsRight(route, async () => {
      isEnrolled = true;
      return signIn(person);
    }),
  );
  await page.route('**/v2/accounts/mfaEnrollment:withdraw?**', async (route) => {
    isEnrolled = false;
    await answer(route, await signIn(person));
  });
  await page.route('**/v2/accounts/mfaSignIn:finalize?**', (route) =>
    ifCodeIsRight(route, () => signIn(person)),
  );
  await page.route('**/v1/accounts:lookup?**', async (route) => {
    const { users } = (await (await route.fetch()).json()) as { users: object[] };
    await answer(route, { users: users.map((user) => ({ ...user, ...factors() })) });
  });
  await page.route('**/v1/accounts:signInWithPassword?**', async (route) => {
    const response = await route.fetch();
    if (!isEnrolled || !response.ok()) {
      await route.fulfill({ response });
      return;
    }
    const { localId, email } = (await response.json()) as { localId: string; email: string };
    await answer(route, { localId, email, mfaPendingCredential: 'pending', ...factors() });
  });
}

/** Answers for the link of the e-mail that says that a second factor was added; calls back when it is used. */
export async function stubReversal(
  page: Page,
  email: string,
  onApplied: (code: unknown) => void,
): Promise<void> {
  const requestType = 'REVERT_SECOND_FACTOR_ADDITION';
  await page.route('**/v1/accounts:resetPassword?**', (route) =>
    answer(route, {
      ...{ email, requestType },
      mfaInfo: { ...FACTOR, enrolledAt: new Date().toISOString() },
    }),
  );
  await page.route('**/v1/accounts:update?**', async (route) => {
    onApplied((route.request().postDataJSON() as { oobCode?: unknown }).oobCode);
    await answer(route, { email });
  });
}

/** Returns the code that an authenticator app shows now, or has shown some steps ago (RFC 6238). */
export function codeOf(key: string, stepsAgo = 0): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) - stepsAgo));
  const hash = createHmac('sha1', fromBase32(key)).update(step).digest();
  const offset = (hash.at(-1) ?? 0) & 0xf;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text)
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

async function ifCodeIsRight(route: Route, act: () => Promise<Tokens>): Promise<void> {
  const { totpVerificationInfo } = route.request().postDataJSON() as {
    totpVerificationInfo: { verificationCode: string };
  };
  const { verificationCode } = totpVerificationInfo;
  if ([0, 1].some((stepsAgo) => codeOf(SECRET, stepsAgo) === verificationCode)) {
    await answer(route, await act());
  } else {
    await route.fulfill({
      status: 400,
      headers: HEADERS,
      json: { error: { code: 400, message: 'INVALID_CODE' } },
    });
  }
}

function answer(route: Route, json: object): Promise<void> {
  return route.fulfill({ headers: HEADERS, json });
}

async function signIn(person: Credentials): Promise<Tokens> {
  const response = await fetch(`${EMULATOR}/accounts:signInWithPassword?key=fake-api-key`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...person, returnSecureToken: true }),
  });
  const { idToken, refreshToken } = (await response.json()) as Tokens;
  return { idToken, refreshToken };
}
