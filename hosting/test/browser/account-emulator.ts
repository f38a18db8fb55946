import { randomUUID } from 'node:crypto';
import { stack } from '../stack';

const EMULATOR = `http://${stack.host}:${stack.auth}`;
const PROJECT = `${EMULATOR}/identitytoolkit.googleapis.com/v1/projects/${stack.projectId}`;

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Someone who has an account. */
export interface AccountHolder extends Credentials {
  readonly uid: string;
  /** What Firebase keeps in `localStorage` of whom it has signed in, by its name. */
  readonly signedIn: readonly [name: string, value: string];
}

/** The key that the local stack hands out, see `/__/firebase/init.json`. */
const API_KEY = 'fake-api-key';

/** Someone who has no account yet. */
export function newPerson(): Credentials {
  return { email: `person-${randomUUID()}@example.com`, password: 'correct horse 9' };
}

/** Opens an account past the page, and returns how a browser remembers that its owner is signed in. */
export async function openAccount(): Promise<AccountHolder> {
  const person = newPerson();
  const { email } = person;
  const answer = await ask('signUp', { ...person, returnSecureToken: true });
  const { localId, idToken, refreshToken, expiresIn } = (await answer.json()) as SignedUp;
  const user = {
    ...{ uid: localId, email, emailVerified: false, isAnonymous: false },
    providerData: [
      {
        ...{ providerId: 'password', uid: email, email },
        ...{ displayName: null, phoneNumber: null, photoURL: null },
      },
    ],
    stsTokenManager: {
      ...{ accessToken: idToken, refreshToken },
      expirationTime: Date.now() + Number(expiresIn) * 1000,
    },
    ...{ createdAt: String(Date.now()), lastLoginAt: String(Date.now()) },
    ...{ apiKey: API_KEY, appName: '[DEFAULT]' },
  };
  const signedIn = [`firebase:authUser:${API_KEY}:[DEFAULT]`, JSON.stringify(user)] as const;
  return { ...person, uid: localId, signedIn };
}

interface SignedUp {
  readonly localId: string;
  readonly idToken: string;
  readonly refreshToken: string;
  /** In seconds. */
  readonly expiresIn: string;
}

/** An e-mail that the emulator would have sent. */
export interface Email {
  readonly email: string;
  readonly requestType: 'PASSWORD_RESET' | 'VERIFY_EMAIL' | 'RECOVER_EMAIL';
  /** What the link in the e-mail leads to. */
  readonly oobLink: string;
}

/** Returns the e-mails to an address, oldest first. */
export async function emailsTo(email: string): Promise<Email[]> {
  const answer = await fetch(`${EMULATOR}/emulator/v1/projects/${stack.projectId}/oobCodes`);
  const { oobCodes } = (await answer.json()) as { oobCodes: Email[] };
  return oobCodes.filter((mail) => mail.email === email);
}

/** Follows the link of an e-mail, with a new password if the e-mail is about one. */
export async function follow(mail: Email | undefined, newPassword?: string): Promise<void> {
  const address = new URL(mail?.oobLink ?? 'about:no-email-came');
  if (newPassword !== undefined) {
    address.searchParams.set('newPassword', newPassword);
  }
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
}

/** Gives an account another address past the page, as someone does who has taken it over. */
export async function changeAddress(person: AccountHolder, email: string): Promise<void> {
  await ask('update', { idToken: idTokenOf(person), email });
}

/** What shows functions who somebody is. */
export function idTokenOf({ signedIn }: AccountHolder): string {
  const { stsTokenManager } = JSON.parse(signedIn[1]) as {
    stsTokenManager: { accessToken: string };
  };
  return stsTokenManager.accessToken;
}

/** Asks the emulator as a browser does. */
async function ask(way: string, body: object): Promise<Response> {
  const answer = await fetch(
    `${EMULATOR}/identitytoolkit.googleapis.com/v1/accounts:${way}?key=${API_KEY}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
  );
  if (!answer.ok) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  return answer;
}

/** Ends an account past the page, as someone does who administers the project. */
export async function endAccount(uid: string): Promise<void> {
  const answer = await fetch(`${PROJECT}/accounts:delete`, {
    method: 'POST',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({ localId: uid }),
  });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
}
