import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stack } from '../stack';
import { clientFor } from './client';
import type { Client } from './generated/client';
import { recordConsent } from './generated/sdk.gen';

const AUTH = `http://${stack.host}:${stack.auth}`;
const FIRESTORE = `http://${stack.host}:${stack.firestore}/v1/projects/${stack.projectId}/databases/(default)/documents`;
const STORAGE = `http://${stack.host}:${stack.storage}`;
const BUCKET = `${stack.projectId}.appspot.com`;
const OWNER = { authorization: 'Bearer owner' };
/** Of large documents, so that the emulator's memory is enough. */
const WRITES_AT_ONCE = 12;
const PHOTO = readFileSync(new URL('../fixtures/astronaut.jpg', import.meta.url));

/** A person who is signed in, with what a test does as them and what it can look at behind their back. */
export class Person {
  /** Calls the API as this person. */
  readonly client: Client;
  private agrees = false;

  private constructor(
    readonly uid: string,
    readonly token: string,
    readonly refreshToken: string,
  ) {
    this.client = clientFor(token);
  }

  /** Signs somebody up with an address and a password. */
  static async withPassword(
    credentials = { email: `${crypto.randomUUID()}@example.org`, password: 'correct horse' },
  ): Promise<Person> {
    return Person.signUp(credentials);
  }

  /** Signs somebody in who tries Moodify without an account. */
  static async anonymous(): Promise<Person> {
    return Person.signUp({});
  }

  /** Signs somebody in who has saved more than an answer can carry. */
  static async withMuch(documents = 8): Promise<Person> {
    const person = await Person.anonymous();
    for (let first = 0; first < documents; first += WRITES_AT_ONCE) {
      await Promise.all(
        Array.from({ length: Math.min(WRITES_AT_ONCE, documents - first) }, (_, number) =>
          writeAsFunction(`users/${person.uid}/savedPlaylists/s${first + number}`, {
            name: { stringValue: `List ${first + number}` },
            tracks: { arrayValue: { values: [{ stringValue: hardToCompress(900_000) }] } },
          }),
        ),
      );
    }
    return person;
  }

  /** Signs somebody in who has an account, beside the page. */
  static async signIn(credentials: { email: string; password: string }): Promise<Person> {
    return Person.enter('signInWithPassword', credentials);
  }

  private static async signUp(credentials: object): Promise<Person> {
    return Person.enter('signUp', credentials);
  }

  private static async enter(way: string, credentials: object): Promise<Person> {
    const answer = await fetch(
      `${AUTH}/identitytoolkit.googleapis.com/v1/accounts:${way}?key=test`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...credentials, returnSecureToken: true }),
      },
    );
    const account = (await answer.json()) as {
      localId: string;
      idToken: string;
      refreshToken: string;
    };
    return new Person(account.localId, account.idToken, account.refreshToken);
  }

  /** The same person with a token that says something else; the emulator's are not signed. */
  claiming(claims: object): Person {
    const [header = '', payload = ''] = this.token.split('.');
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...said, ...claims })).toString('base64url');
    return new Person(this.uid, `${header}.${changed}.`, this.refreshToken);
  }

  /** Agrees that photos are read. */
  async agree(): Promise<this> {
    const { response } = await recordConsent({
      client: this.client,
      body: { given: true, version: 2 },
    });
    if (!response.ok) {
      throw new Error(`consent: ${response.status}`);
    }
    this.agrees = true;
    return this;
  }

  /** Uploads a photo through the rules, as the page does, and agrees that it is read before. */
  async upload(moodId = crypto.randomUUID()): Promise<string> {
    if (!this.agrees) {
      await this.agree();
    }
    await this.putOwnFile(`photos/${this.uid}/${moodId}`);
    return moodId;
  }

  /** Uploads the photo through the rules, to any place. Returns the download token that it is given. */
  async putOwnFile(path: string): Promise<string> {
    const answer = await this.tryToPut(path, PHOTO, 'image/jpeg');
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
    return ((await answer.json()) as { downloadTokens: string }).downloadTokens;
  }

  /** Uploads any file through the rules, which may refuse it. */
  tryToPut(path: string, file: Buffer, contentType: string): Promise<Response> {
    return fetch(`${STORAGE}/v0/b/${BUCKET}/o?name=${encodeURIComponent(path)}`, {
      method: 'POST',
      headers: { authorization: `Firebase ${this.token}`, 'content-type': contentType },
      body: new Uint8Array(file),
    });
  }

  /** Puts a file where functions would, past the rules. */
  async putFile(path: string, contentType: string): Promise<void> {
    const answer = await fetch(
      `${STORAGE}/upload/storage/v1/b/${BUCKET}/o?uploadType=media&name=${encodeURIComponent(path)}`,
      { method: 'POST', headers: { ...OWNER, 'content-type': contentType }, body: PHOTO },
    );
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
  }

  /** Writes a document through the rules. */
  async write(path: string, fields: Record<string, object>): Promise<void> {
    const answer = await fetch(`${FIRESTORE}/users/${this.uid}${path}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ fields }),
    });
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
  }

  /** Deletes a document through the rules. */
  async delete(path: string): Promise<void> {
    const answer = await fetch(`${FIRESTORE}/users/${this.uid}/${path}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${this.token}` },
    });
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
  }

  /** The fields of one of this person's documents, nothing if it is not there. */
  document(path: string): Promise<Record<string, Value> | undefined> {
    return documentAt(`users/${this.uid}/${path}`);
  }

  /** Whether Firebase Authentication knows this person. */
  async hasAccount(): Promise<boolean> {
    const answer = await fetch(
      `${AUTH}/identitytoolkit.googleapis.com/v1/projects/${stack.projectId}/accounts:lookup`,
      {
        method: 'POST',
        headers: { ...OWNER, 'content-type': 'application/json' },
        body: JSON.stringify({ localId: [this.uid] }),
      },
    );
    return ((await answer.json()) as { users?: object[] }).users !== undefined;
  }

  /** Which content of a file is in the bucket. */
  async generation(path: string): Promise<string> {
    const answer = await fetch(`${STORAGE}/storage/v1/b/${BUCKET}/o/${encodeURIComponent(path)}`, {
      headers: OWNER,
    });
    return ((await answer.json()) as { generation: string }).generation;
  }

  /** The names of this person's photos in the bucket, read or not. */
  async files(): Promise<string[]> {
    return (await allFiles()).filter((name) => name.includes(`/${this.uid}/`));
  }

  /** Reads a file through the rules. */
  async readFile(path: string): Promise<Buffer> {
    const answer = await fetch(
      `${STORAGE}/v0/b/${BUCKET}/o/${encodeURIComponent(path)}?alt=media`,
      { headers: { authorization: `Firebase ${this.token}` } },
    );
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status}`);
    }
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Every place that has this person's uid in it, see `tracesOf`. */
  traces(): Promise<string[]> {
    return tracesOf(this.uid);
  }
}

/**
 * Every document that has a uid in its name or in a field, and every file that has it in its name,
 * but for the tombstone that refuses tokens for a while after an erasure.
 */
export async function tracesOf(uid: string): Promise<string[]> {
  const documents = await allDocuments();
  const files = await allFiles();
  const tombstone = ['erasures', 'revocations', 'rateLimits'].map(
    (name) => `/documents/${name}/${uid}"`,
  );
  return [...documents, ...files].filter(
    (name) => name.includes(uid) && !tombstone.some((part) => name.includes(part)),
  );
}

export interface Value {
  stringValue?: string;
  integerValue?: string;
  mapValue?: { fields?: Record<string, Value> };
  arrayValue?: { values?: Value[] };
}

/** The fields of a document, nothing if it is not there. */
export async function documentAt(path: string): Promise<Record<string, Value> | undefined> {
  const answer = await fetch(`${FIRESTORE}/${path}`, { headers: OWNER });
  return answer.status === 404
    ? undefined
    : ((await answer.json()) as { fields?: Record<string, Value> }).fields;
}

/** Does what Cloud Scheduler does every 15 minutes. */
export async function askForUpkeep(): Promise<void> {
  const pubsub = Number(new URL(stack.page).port) + 5;
  const answer = await fetch(
    `http://${stack.host}:${pubsub}/v1/projects/${stack.projectId}/topics/upkeep:publish`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages: [{ attributes: { type: 'schedule' } }] }),
    },
  );
  if (!answer.ok) {
    throw new Error(`upkeep: ${answer.status} ${await answer.text()}`);
  }
}

/** What somebody is answered who opens a link to a file, without a sign-in. */
export async function openLink(path: string, token: string): Promise<number> {
  const file = `${STORAGE}/v0/b/${BUCKET}/o/${encodeURIComponent(path)}`;
  return (await fetch(`${file}?alt=media&token=${token}`)).status;
}

/** Gives a file a download token past the rules, as whoever runs the project can. */
export async function giveToken(path: string, token: string): Promise<void> {
  const answer = await fetch(`${STORAGE}/storage/v1/b/${BUCKET}/o/${encodeURIComponent(path)}`, {
    method: 'PATCH',
    headers: { ...OWNER, 'content-type': 'application/json' },
    body: JSON.stringify({ metadata: { firebaseStorageDownloadTokens: token } }),
  });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
}

/** Writes an entry past the rules that has been waiting for the verdict on a photo since then. */
export function writeAnalyzing(
  { uid }: Person,
  moodId: string,
  generation: string,
  since: Date,
): Promise<void> {
  return writeAsFunction(`users/${uid}/moods/${moodId}`, {
    status: { stringValue: 'analyzing' },
    source: { stringValue: 'photo' },
    photo: {
      mapValue: {
        fields: {
          path: { stringValue: `photos/${uid}/${moodId}` },
          generation: { integerValue: generation },
        },
      },
    },
    updatedAt: { timestampValue: since.toISOString() },
  });
}

/** The generation of no photo yet: who waits for it waits for a later one. */
export const LATER_GENERATION = '9000000000000000';

/** Writes fields past the rules. */
export async function writeAsFunction(path: string, fields: Record<string, object>): Promise<void> {
  const mask = Object.keys(fields).map((name) => `updateMask.fieldPaths=${name}`);
  const answer = await fetch(`${FIRESTORE}/${path}?${mask.join('&')}`, {
    method: 'PATCH',
    headers: { ...OWNER, 'content-type': 'application/json' },
    body: JSON.stringify({ fields }),
  });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
}

/**
 * Asks again until there is an answer, for half a minute.
 *
 * @param every how long to wait before it is asked again, in milliseconds
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  every = 100,
): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const found = await look();
    if (found !== undefined && found !== false) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  throw new Error(`${what} did not come about`);
}

/** Every document, as JSON. A person's id stands in a document's name, or in the name of one above it, or in a field. */
export async function allDocuments(): Promise<string[]> {
  const answer = await fetch(`${FIRESTORE}:runQuery`, {
    method: 'POST',
    headers: { ...OWNER, 'content-type': 'application/json' },
    body: JSON.stringify({ structuredQuery: { from: [{ allDescendants: true }] } }),
  });
  const rows = (await answer.json()) as { document?: object }[];
  return rows.flatMap(({ document }) => (document ? [JSON.stringify(document)] : []));
}

async function allFiles(): Promise<string[]> {
  const answer = await fetch(`${STORAGE}/storage/v1/b/${BUCKET}/o?maxResults=10000`, {
    headers: OWNER,
  });
  const { items } = (await answer.json()) as { items?: { name: string }[] };
  return (items ?? []).map(({ name }) => name);
}

/**
 * Text that a ZIP makes a third shorter, as little as it can be: the Storage emulator takes no file of
 * more than 130 MB, and 200 of these of 900,000 characters are to be in one.
 */
function hardToCompress(characters: number): string {
  const random = randomBytes(600_000)
    .toString('base64url')
    .slice(0, Math.ceil(characters * 0.85));
  return random.padEnd(characters, 'title artist ');
}
