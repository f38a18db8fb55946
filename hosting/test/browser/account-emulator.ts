import { stack } from '../stack';

const EMULATOR = `http://${stack.host}:${stack.auth}`;
const PROJECT = `${EMULATOR}/identitytoolkit.googleapis.com/v1/projects/${stack.projectId}`;

/** A letter that the emulator would have sent. */
export interface Letter {
  readonly email: string;
  readonly requestType: 'PASSWORD_RESET' | 'VERIFY_EMAIL';
  /** What the link in the letter leads to. */
  readonly oobLink: string;
}

/** Returns the letters to an address, oldest first. */
export async function lettersTo(email: string): Promise<Letter[]> {
  const answer = await fetch(`${EMULATOR}/emulator/v1/projects/${stack.projectId}/oobCodes`);
  const { oobCodes } = (await answer.json()) as { oobCodes: Letter[] };
  return oobCodes.filter((letter) => letter.email === email);
}

/** Follows the link of a letter, with a new password if the letter is about one. */
export async function follow(letter: Letter | undefined, newPassword?: string): Promise<void> {
  const address = new URL(letter?.oobLink ?? 'about:no-letter-came');
  if (newPassword !== undefined) {
    address.searchParams.set('newPassword', newPassword);
  }
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
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
