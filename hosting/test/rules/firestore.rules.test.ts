import {
  assertFails,
  assertSucceeds,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import {
  collection,
  deleteDoc,
  deleteField,
  doc,
  documentId,
  getDoc,
  getDocs,
  increment,
  limit,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  setLogLevel,
  Timestamp,
  updateDoc,
  where,
  writeBatch,
  type DocumentData,
  type Firestore,
  type WriteBatch,
} from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAccessTable } from './access-table';
import { contextOf, firestoreEnvironment, OWNER } from './environment';

const MOOD = `users/${OWNER}/moods/mood0123456789abcdef`;
const PLAYLIST = `users/${OWNER}/playlists/mood0123456789abcdef`;
const SAVED = `users/${OWNER}/savedPlaylists/saved0123456789abcdef`;
const FEEDBACK = `users/${OWNER}/feedback/original-17`;

type Operation = 'get' | 'list' | 'create' | 'update' | 'delete';

const TABLE = readAccessTable<Operation>(`
  path                              | asker           | get | list | create | update | delete
  users/alice                       | owner           | yes | no   | yes    | yes    | no
  users/alice                       | other           | no  | no   | no     | no     | no
  users/alice                       | unauthenticated | no  | no   | no     | no     | no
  ${MOOD}                           | owner           | yes | yes  | yes    | yes    | yes
  ${MOOD}                           | other           | no  | no   | no     | no     | no
  ${MOOD}                           | unauthenticated | no  | no   | no     | no     | no
  ${PLAYLIST}                       | owner           | yes | yes  | no     | no     | no
  ${PLAYLIST}                       | other           | no  | no   | no     | no     | no
  ${PLAYLIST}                       | unauthenticated | no  | no   | no     | no     | no
  ${SAVED}                          | owner           | yes | yes  | yes    | yes    | yes
  ${SAVED}                          | other           | no  | no   | no     | no     | no
  ${SAVED}                          | unauthenticated | no  | no   | no     | no     | no
  ${FEEDBACK}                       | owner           | yes | yes  | yes    | yes    | yes
  ${FEEDBACK}                       | other           | no  | no   | no     | no     | no
  ${FEEDBACK}                       | unauthenticated | no  | no   | no     | no     | no
  users/alice/taste/current         | owner           | yes | no   | no     | no     | no
  users/alice/taste/current         | other           | no  | no   | no     | no     | no
  users/alice/taste/current         | unauthenticated | no  | no   | no     | no     | no
  users/alice/taste/older           | owner           | no  | no   | no     | no     | no
  users/alice/exports/export0123    | owner           | yes | yes  | no     | no     | no
  users/alice/exports/export0123    | other           | no  | no   | no     | no     | no
  users/alice/exports/export0123    | unauthenticated | no  | no   | no     | no     | no
  users/alice/insights/weekdays     | owner           | yes | yes  | no     | no     | no
  users/alice/insights/weekdays     | other           | no  | no   | no     | no     | no
  users/alice/insights/weekdays     | unauthenticated | no  | no   | no     | no     | no
  users/alice/unknown/document      | owner           | no  | no   | no     | no     | no
  ${MOOD}/below/document            | owner           | no  | no   | no     | no     | no
  catalogueCache/jamendo-calm       | owner           | no  | no   | no     | no     | no
  catalogueCache/jamendo-calm       | unauthenticated | no  | no   | no     | no     | no
  users/alice/limits/moods          | owner           | yes | no   | yes    | no     | no
  users/alice/limits/moods          | other           | no  | no   | no     | no     | no
  users/alice/limits/moods          | unauthenticated | no  | no   | no     | no     | no
  users/alice/limits/photos         | owner           | yes | no   | no     | no     | no
  users/alice/limits/unknown        | owner           | yes | no   | no     | no     | no
  revocations/alice                 | owner           | no  | no   | no     | no     | no
  erasures/alice                    | owner           | no  | no   | no     | no     | no
  securityEvents/some-event         | owner           | no  | no   | no     | no     | no
  securityEvents/some-event         | other           | no  | no   | no     | no     | no
  securityEvents/some-event         | unauthenticated | no  | no   | no     | no     | no
  users/alice/securityTrail/seen    | owner           | no  | no   | no     | no     | no
  users/alice/securityTrail/seen    | other           | no  | no   | no     | no     | no
  orphans/alice                     | owner           | no  | no   | no     | no     | no
  orphans/alice                     | other           | no  | no   | no     | no     | no
  orphans/alice                     | unauthenticated | no  | no   | no     | no     | no
  songs/own-1                       | owner           | no  | no   | no     | no     | no
  songs/own-1                       | unauthenticated | no  | no   | no     | no     | no
  elsewhere/document                | owner           | no  | no   | no     | no     | no
`);

const profile = (): DocumentData => ({
  displayName: 'Ærøskøbing अनन्या',
  language: 'hi-IN',
  defaultGoal: 'lift',
  newMusic: 'ask',
  keepPhotos: false,
  theme: 'dark',
  timeZone: 'America/Argentina/Buenos_Aires',
  picture: false,
});

const manualMood = (): DocumentData => ({
  source: 'manual',
  status: 'ready',
  emotion: 'happy',
  goal: 'calm',
  createdAt: serverTimestamp(),
});

const analyzedMood = (): DocumentData => ({
  source: 'photo',
  status: 'ready',
  emotion: 'happy',
  confidence: 0.93,
  faces: 1,
  goal: 'match',
  createdAt: Timestamp.now(),
});

const track = (): DocumentData => ({
  id: 'original-17',
  source: 'Moodify originals',
  title: 'Golden Parade',
  artist: 'Moodify',
  durationSeconds: 150,
  affect: { valence: 0.7, arousal: 0.5 },
  recipe: { seed: 17, valence: 0.7, arousal: 0.5 },
  reasons: [{ code: 'fits_expression' }],
});

const savedPlaylist = (): DocumentData => ({
  name: 'शाम, Ærø & more',
  moodId: 'mood0123456789abcdef',
  emotion: 'happy',
  goal: 'match',
  createdAt: serverTimestamp(),
  tracks: [track()],
});

const feedback = (): DocumentData => ({
  verdict: 'like',
  playedShare: 0.5,
  emotion: 'happy',
  goal: 'match',
  moodId: 'mood0123456789abcdef',
  at: serverTimestamp(),
});

/** What a well-meaning page would write: to be created, and to be changed in what is there. */
function wellFormed(path: string): { stored: DocumentData; created: DocumentData; change: object } {
  switch (path) {
    case `users/${OWNER}`:
      return { stored: profile(), created: profile(), change: { defaultGoal: 'calm' } };
    case MOOD:
      return { stored: analyzedMood(), created: manualMood(), change: { goal: 'lift' } };
    case SAVED:
      return { stored: savedPlaylist(), created: savedPlaylist(), change: { name: 'Rainy day' } };
    case FEEDBACK:
      return { stored: feedback(), created: feedback(), change: { verdict: 'dislike' } };
    case `users/${OWNER}/limits/moods`:
    case `users/${OWNER}/limits/photos`:
    case `users/${OWNER}/limits/unknown`:
      // That it may not be changed is within its window: what begins another is shown below.
      return { stored: counter('x'), created: counter('x'), change: counter('y') };
    default:
      return { stored: { goal: 'match' }, created: { goal: 'match' }, change: { goal: 'lift' } };
  }
}

let environment: RulesTestEnvironment;

beforeAll(async () => {
  // Every denied request is logged as an error otherwise, and denied is what most of these are.
  setLogLevel('silent');
  environment = await firestoreEnvironment();
});

afterAll(async () => {
  await environment.cleanup();
});

beforeEach(async () => {
  await environment.clearFirestore();
});

const store = (path: string, data: DocumentData) =>
  environment.withSecurityRulesDisabled(async (context) => {
    await setDoc(doc(firestore(context), path), data);
  });

/** The test library hands out the older type of the same Firestore. */
const firestore = (context: { firestore(): unknown }) => context.firestore() as Firestore;

const ownersFirestore = () => firestore(contextOf(environment, 'owner'));

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

/** The counter of a first write of its kind, which the page writes with it. */
const counter = (id: string) => ({
  last: id,
  at: serverTimestamp(),
  writes: 1,
  windowStart: serverTimestamp(),
});

/** Writes a document together with its counter, as the page does. */
function counted(
  path: string,
  add: (batch: WriteBatch) => void,
  db = ownersFirestore(),
  total = 0,
) {
  const [, uid = '', kind = '', id = ''] = path.split('/');
  const batch = writeBatch(db);
  add(batch);
  batch.set(doc(db, `users/${uid}/limits/${kind}`), {
    ...counter(id),
    ...(total !== 0 && { total }),
  });
  return batch.commit();
}

const createCounted = (path: string, fields: DocumentData, db = ownersFirestore()) =>
  counted(path, (batch) => batch.set(doc(db, path), fields), db, path === SAVED ? 1 : 0);

const updateCounted = (path: string, fields: object, db = ownersFirestore()) =>
  counted(path, (batch) => batch.update(doc(db, path), fields), db);

const deleteCounted = (path: string, db = ownersFirestore()) =>
  counted(path, (batch) => batch.delete(doc(db, path)), db, path === SAVED ? -1 : 0);

const LIMITED = [MOOD, SAVED, FEEDBACK];

function perform(db: Firestore, operation: Operation, path: string): Promise<unknown> {
  const { created, change } = wellFormed(path);
  if (LIMITED.includes(path)) {
    switch (operation) {
      case 'create':
        return createCounted(path, created, db);
      case 'update':
        return updateCounted(path, change, db);
      case 'delete':
        return deleteCounted(path, db);
    }
  }
  switch (operation) {
    case 'get':
      return getDoc(doc(db, path));
    case 'list':
      return getDocs(collection(db, parentOf(path)));
    case 'create':
      return setDoc(doc(db, path), created);
    case 'update':
      return updateDoc(doc(db, path), change);
    case 'delete':
      return deleteDoc(doc(db, path));
  }
}

describe('who may do what', () => {
  for (const { path, asker, operation, allowed } of TABLE) {
    test(`${asker} ${allowed ? 'may' : 'may not'} ${operation} ${path}`, async () => {
      if (operation !== 'create') {
        await store(path, wellFormed(path).stored);
      }

      const outcome = perform(firestore(contextOf(environment, asker)), operation, path);

      await (allowed ? assertSucceeds(outcome) : assertFails(outcome));
    });
  }

  test('a person signed in anonymously is a person like any other', async () => {
    await store(MOOD, analyzedMood());
    const anonymous = environment.authenticatedContext(OWNER, {
      firebase: { sign_in_provider: 'anonymous' },
    });

    const read = await assertSucceeds(getDoc(doc(firestore(anonymous), MOOD)));

    expect(read.get('emotion')).toBe('happy');
  });
});

describe('a profile', () => {
  const write = (change: object) => setDoc(doc(ownersFirestore(), `users/${OWNER}`), change);

  test.each<[string, object]>([
    ['nothing yet', {}],
    ['a name of 100 letters', { displayName: 'ä'.repeat(100) }],
    ['script in the name, which is shown as text', { displayName: '<script>alert(1)</script>' }],
    ['a language alone', { language: 'en' }],
  ])('may hold %s', async (_, change) => {
    await assertSucceeds(write(change));
  });

  test.each<[string, object]>([
    ['a name of 101 letters', { displayName: 'ä'.repeat(101) }],
    ['a name that is a number', { displayName: 7 }],
    ['a language that is a sentence', { language: 'the one of my mother' }],
    ['a goal of its own', { defaultGoal: 'dance' }],
    ['new music of its own', { newMusic: 'never' }],
    ['consent that is a yes', { consent: true }],
    ['consent without a record', { consent: { given: true, version: 2, at: serverTimestamp() } }],
    ['keepPhotos as text', { keepPhotos: 'yes' }],
    ['an unknown theme', { theme: 'pink' }],
    ['no name of a time zone', { timeZone: 'half past nine' }],
    ['picture as an address', { picture: 'https://example.com/me.jpg' }],
    ['a field of its own', { role: 'admin' }],
  ])('may not hold %s', async (_, change) => {
    await assertFails(write(change));
  });
});

describe('a consent', () => {
  const RECORD = 'record0123456789abcd';
  const now = serverTimestamp;
  const given = () => ({ given: true, version: 2, at: now() });

  /** Writes a profile's consent and its record, in one commit. */
  const write = (consent: object, record: object | undefined, change: object = {}) => {
    const db = ownersFirestore();
    const batch = writeBatch(db);
    batch.set(doc(db, `users/${OWNER}`), { consent, ...change }, { merge: true });
    if (record) {
      batch.set(doc(db, `users/${OWNER}/consents/${RECORD}`), record);
    }
    return batch.commit();
  };
  const giving = (change: object = {}) => write({ ...given(), record: RECORD }, given(), change);

  test('is given together with its record', async () => {
    await assertSucceeds(giving({ keepPhotos: true }));
  });

  test.each<[string, object, object | undefined]>([
    ['without its record', { ...given(), record: RECORD }, undefined],
    ['with the record of another', { ...given(), record: `${RECORD.slice(1)}X` }, given()],
    ['with a record that says no', { ...given(), record: RECORD }, { ...given(), given: false }],
    [
      'to a notice that has changed since',
      { ...given(), version: 1, record: RECORD },
      { ...given(), version: 1 },
    ],
    ['to a notice that there is not', { ...given(), version: 999, record: RECORD }, given()],
    ['to a notice below all', { ...given(), version: -1, record: RECORD }, given()],
    [
      'in the past',
      { ...given(), at: Timestamp.fromDate(new Date('1999-01-01')), record: RECORD },
      { ...given(), at: Timestamp.fromDate(new Date('1999-01-01')) },
    ],
    [
      'in the future',
      { ...given(), at: Timestamp.fromDate(new Date('2999-01-01')), record: RECORD },
      { ...given(), at: Timestamp.fromDate(new Date('2999-01-01')) },
    ],
    ['to something else', { ...given(), record: RECORD, all: true }, { ...given(), all: true }],
  ])('may not be given %s', async (_, consent, record) => {
    await assertFails(write(consent, record));
  });

  test('is withdrawn with another record, and photos are kept no more', async () => {
    await store(`users/${OWNER}`, {
      keepPhotos: true,
      consent: { given: true, version: 2, at: Timestamp.now(), record: 'older' },
    });
    const no = { ...given(), given: false };
    await assertFails(write({ ...no, record: RECORD }, no));
    await assertSucceeds(write({ ...no, record: RECORD }, no, { keepPhotos: false }));
    await assertFails(
      setDoc(doc(ownersFirestore(), `users/${OWNER}`), { keepPhotos: true }, { merge: true }),
    );
  });

  test('to an earlier notice is withdrawn, too', async () => {
    await store(`users/${OWNER}`, {
      consent: { given: true, version: 1, at: Timestamp.now(), record: 'older' },
    });
    const no = { ...given(), version: 1, given: false };
    await assertSucceeds(write({ ...no, record: RECORD }, no, { keepPhotos: false }));
  });

  test('is never taken away, nor is its record changed or deleted', async () => {
    await assertSucceeds(giving());
    const db = ownersFirestore();
    const record = doc(db, `users/${OWNER}/consents/${RECORD}`);
    await assertFails(updateDoc(doc(db, `users/${OWNER}`), { consent: deleteField() }));
    await assertFails(updateDoc(record, { given: false }));
    await assertFails(deleteDoc(record));
    await assertFails(giving());
  });

  test('leaves a record that its person can read, and nobody writes alone', async () => {
    const record = `users/${OWNER}/consents/${RECORD}`;
    await assertFails(setDoc(doc(ownersFirestore(), record), given()));
    await assertSucceeds(giving());
    await assertSucceeds(getDoc(doc(ownersFirestore(), record)));
    await assertFails(getDoc(doc(firestore(contextOf(environment, 'other')), record)));
  });
});

describe('a person whose sign-ins are revoked', () => {
  const at = (seconds: number) => Timestamp.fromMillis(seconds * 1000);
  /** Somebody who signed in at this time, in seconds. */
  const signedInAt = (seconds: number) =>
    firestore(environment.authenticatedContext(OWNER, { auth_time: seconds }));

  test.each<[number, boolean]>([
    [999, false],
    [1000, true],
    [1001, true],
  ])('at second 1000, and who signed in at %d, may read and write: %s', async (time, allowed) => {
    await store(`revocations/${OWNER}`, { validAfter: at(1000) });
    await store(MOOD, analyzedMood());
    const expectIt = allowed ? assertSucceeds : assertFails;

    await expectIt(getDoc(doc(signedInAt(time), MOOD)));
    await expectIt(getDocs(collection(signedInAt(time), parentOf(MOOD))));
    await expectIt(setDoc(doc(signedInAt(time), `users/${OWNER}`), { language: 'hi' }));
    await expectIt(createCounted(FEEDBACK, feedback(), signedInAt(time)));
    await expectIt(createCounted(SAVED, savedPlaylist(), signedInAt(time)));
    await expectIt(deleteDoc(doc(signedInAt(time), MOOD)));
    await expectIt(createCounted(MOOD, manualMood(), signedInAt(time)));
  });

  test('as who is erased, may do nothing', async () => {
    await store(`revocations/${OWNER}`, { validAfter: Timestamp.fromDate(new Date('9999-01-01')) });
    const now = signedInAt(Math.floor(Date.now() / 1000) + 60);
    await assertFails(setDoc(doc(now, `users/${OWNER}`), { language: 'hi' }));
    await assertFails(createCounted(MOOD, manualMood(), now));
  });

  test('is no matter of anybody else', async () => {
    await store('revocations/mallory', { validAfter: at(1000) });
    await assertSucceeds(createCounted(MOOD, manualMood(), signedInAt(1)));
  });
});

describe('a mood picked by hand', () => {
  const create = (change: object, id = 'manual0123456789abcd') =>
    createCounted(`users/${OWNER}/moods/${id}`, { ...manualMood(), ...change });

  test('may be without a goal', async () => {
    const mood = manualMood();
    delete mood.goal;
    await assertSucceeds(createCounted(MOOD, mood));
  });

  test.each<[string, object]>([
    ['come from a photo', { source: 'photo' }],
    ['be still analyzing', { status: 'analyzing' }],
    ['name an emotion that Moodify does not know', { emotion: 'bored' }],
    ['have a goal of its own', { goal: 'dance' }],
    ['have been made at another time', { createdAt: Timestamp.fromMillis(0) }],
    ['bring scores', { scores: { happy: 1 } }],
    ['bring a trace', { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' }],
    ['bring confidence', { confidence: 1 }],
    ['name a photo', { photo: { path: 'photos/mallory/x' } }],
  ])('may not %s', async (_, change) => {
    await assertFails(create(change));
  });

  test.each(['short', 'with a space 0123456789', 'x'.repeat(129)])(
    'may not be named %j',
    async (id) => {
      await assertFails(create({}, id));
    },
  );

  test('may not take the place of a mood that was read from a photo', async () => {
    await store(MOOD, analyzedMood());
    await assertFails(createCounted(MOOD, manualMood()));
  });
});

describe('a mood read from a photo', () => {
  const change = async (fields: object) => {
    await store(MOOD, analyzedMood());
    return updateCounted(MOOD, fields);
  };

  test.each<[string, object]>([
    ['another goal', { goal: 'calm' }],
    ['no goal', { goal: deleteField() }],
    ['a correction', { correction: 'neutral' }],
    ['a goal and a correction at once', { goal: 'lift', correction: 'sad' }],
  ])('may be given %s', async (_, fields) => {
    await assertSucceeds(change(fields));
  });

  test.each<[string, object]>([
    ['a goal of its own', { goal: 'dance' }],
    ['an empty goal', { goal: null }],
    ['a correction that Moodify does not know', { correction: 'bored' }],
    ['another emotion', { emotion: 'sad' }],
    ['another status', { status: 'failed' }],
    ['more confidence', { confidence: 1 }],
    ['another time', { createdAt: serverTimestamp() }],
    ['a field of its own', { note: 'a long day' }],
    ['a correction and, in its shadow, scores', { correction: 'sad', scores: { sad: 1 } }],
    ['a trace', { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' }],
  ])('may not be given %s', async (_, fields) => {
    await assertFails(change(fields));
  });
});

describe('an entry that nothing was read from', () => {
  const change = async (fields: object) => {
    await store(MOOD, { ...analyzedMood(), status: 'no_face', expiresAt: Timestamp.now() });
    return updateCounted(MOOD, fields);
  };

  test('may be kept, which takes its end away', async () => {
    await assertSucceeds(change({ expiresAt: deleteField() }));
  });

  test('may be given another end by nobody', async () => {
    await assertFails(change({ expiresAt: Timestamp.fromMillis(Date.now() + 1e9) }));
  });

  test('may not come about: no other entry is given an end', async () => {
    await store(MOOD, analyzedMood());
    await assertFails(updateCounted(MOOD, { expiresAt: Timestamp.now(), goal: 'calm' }));
  });
});

describe('a saved playlist', () => {
  const create = (change: object) => createCounted(SAVED, { ...savedPlaylist(), ...change });

  const change = async (fields: object) => {
    await store(SAVED, savedPlaylist());
    return updateCounted(SAVED, fields);
  };

  test.each<[string, object]>([
    ['a name of one letter', { name: 'x' }],
    ['a name of 100 letters', { name: 'ä'.repeat(100) }],
    ['script in its name, which is shown as text', { name: '<script>alert(1)</script>' }],
    ['fifty tracks', { tracks: Array.from({ length: 50 }, track) }],
  ])('may have %s', async (_, fields) => {
    await assertSucceeds(create(fields));
  });

  test.each<[string, object]>([
    ['no name', { name: '' }],
    ['a name of nothing but spaces', { name: ' \n\t ' }],
    ['a name of 101 letters', { name: 'ä'.repeat(101) }],
    ['a name that is a number', { name: 7 }],
    ['no tracks', { tracks: [] }],
    ['51 tracks', { tracks: Array.from({ length: 51 }, track) }],
    ['tracks that are a text', { tracks: 'all of them' }],
    ['tracks that are a map', { tracks: { 0: track() } }],
    ['an entry that cannot be', { moodId: '../mallory' }],
    ['an unknown emotion', { emotion: 'bored' }],
    ['a goal of its own', { goal: 'dance' }],
    ['another time of making', { createdAt: Timestamp.fromMillis(0) }],
    ['a field of its own', { public: true }],
  ])('may not have %s', async (_, fields) => {
    await assertFails(create(fields));
  });

  test.each(['name', 'moodId', 'emotion', 'goal', 'createdAt', 'tracks'])(
    'may not be without its %s',
    async (field) => {
      const incomplete = savedPlaylist();
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
      delete incomplete[field];
      await assertFails(createCounted(SAVED, incomplete));
    },
  );

  test('may be given another name', async () => {
    await assertSucceeds(change({ name: 'Sunday' }));
  });

  test.each<[string, object]>([
    ['an empty name', { name: '' }],
    ['a name of 101 letters', { name: 'x'.repeat(101) }],
    ['other tracks', { tracks: [track(), track()] }],
    ['another entry', { moodId: 'mood0123456789abcdeX' }],
    ['another time', { createdAt: serverTimestamp() }],
    ['a name and, in its shadow, tracks', { name: 'Sunday', tracks: [] }],
    ['a field of its own', { public: true }],
  ])('may not be given %s later', async (_, fields) => {
    await assertFails(change(fields));
  });

  test('are listed the newest first', async () => {
    await store(SAVED, savedPlaylist());
    const own = collection(ownersFirestore(), parentOf(SAVED));
    const found = await assertSucceeds(
      getDocs(query(own, orderBy('createdAt', 'desc'), limit(20))),
    );
    expect(found.size).toBe(1);
  });
});

describe('feedback on a track', () => {
  const write = (change: object) => createCounted(FEEDBACK, { ...feedback(), ...change });

  test.each(['like', 'dislike', 'skip', 'played'])('may say %s', async (verdict) => {
    await assertSucceeds(write({ verdict }));
  });

  test('may be a verdict and a time, nothing else', async () => {
    const short = { verdict: 'skip', at: serverTimestamp() };
    await assertSucceeds(createCounted(FEEDBACK, short));
  });

  test('may be asked for by the names of tracks, fifteen at once', async () => {
    await store(FEEDBACK, feedback());
    const names = Array.from({ length: 15 }, (_, index) => `original-${index + 10}`);
    const own = collection(ownersFirestore(), parentOf(FEEDBACK));

    const found = await assertSucceeds(getDocs(query(own, where(documentId(), 'in', names))));

    expect(found.docs.map(({ id }) => id)).toEqual(['original-17']);
  });

  test('may have its share of playing changed alone, as for a track that is liked', async () => {
    await store(FEEDBACK, feedback());
    await assertSucceeds(updateCounted(FEEDBACK, { playedShare: 0.9 }));
  });

  test.each<[string, object]>([
    ['say what Moodify does not know', { verdict: 'love' }],
    ['have played more than all of it', { playedShare: 1.01 }],
    ['have played less than nothing', { playedShare: -0.01 }],
    ['have played text', { playedShare: 'half' }],
    ['be about an unknown emotion', { emotion: 'bored' }],
    ['be about an unknown goal', { goal: 'dance' }],
    ['be about an entry that cannot be', { moodId: '../mallory' }],
    ['be about an entry by number', { moodId: 7 }],
    ['be without a time', { at: 'now' }],
    ['be of another time', { at: Timestamp.fromMillis(0) }],
    ['hold a field of its own', { note: 'x' }],
  ])('may not %s', async (_, change) => {
    await assertFails(write(change));
  });
});

describe('the limits by person', () => {
  const moodPath = (index: number) => `users/${OWNER}/moods/manual0123456789${1000 + index}`;
  const limits = (kind: string) => `users/${OWNER}/limits/${kind}`;
  const ago = (seconds: number) => Timestamp.fromMillis(Date.now() - seconds * 1000);

  /** Writes entries and the counter in one commit. */
  const commit = (moods: number, count: object) => {
    const db = ownersFirestore();
    const batch = writeBatch(db);
    for (let index = 0; index < moods; index++) {
      batch.set(doc(db, moodPath(index)), manualMood());
    }
    batch.set(doc(db, limits('moods')), { at: serverTimestamp(), ...count }, { merge: true });
    return batch.commit();
  };
  const last = moodPath(0).split('/').at(-1) ?? '';
  const first = counter(last);

  test.each([2, 20, 499])('refuse %d entries in one commit', async (moods) => {
    await assertFails(commit(moods, first));
  });

  test('refuse what is not counted', async () => {
    const db = ownersFirestore();
    await assertFails(setDoc(doc(db, MOOD), manualMood()));
    await store(MOOD, analyzedMood());
    await assertFails(updateDoc(doc(db, MOOD), { goal: 'calm' }));
    await assertFails(setDoc(doc(db, SAVED), savedPlaylist()));
    await assertFails(setDoc(doc(db, FEEDBACK), feedback()));
  });

  test('refuse what was counted before', async () => {
    await assertSucceeds(commit(1, first));
    await assertFails(updateDoc(doc(ownersFirestore(), moodPath(0)), { goal: 'lift' }));
  });

  test('refuse what is counted under another name or time', async () => {
    await assertFails(commit(1, { ...first, last: 'another' }));
    await assertFails(commit(1, { ...first, at: ago(0) }));
  });

  test('let 24 changes through in a minute, and not 25', async () => {
    await assertSucceeds(commit(1, first));
    for (let writes = 2; writes <= 24; writes++) {
      const goal = writes % 2 ? 'calm' : 'lift';
      const db = ownersFirestore();
      const batch = writeBatch(db);
      batch.update(doc(db, moodPath(0)), { goal });
      batch.set(
        doc(db, limits('moods')),
        { last, at: serverTimestamp(), writes: increment(1) },
        { merge: true },
      );
      await assertSucceeds(batch.commit());
    }
    await assertFails(commit(1, { last, writes: increment(1) }));
    await assertFails(commit(1, first));
  });

  test.each<[number, boolean]>([
    [50, false],
    [61, true],
  ])('after %d seconds begin anew: %s', async (seconds, allowed) => {
    await store(limits('moods'), { ...first, windowStart: ago(seconds), writes: 24 });
    await (allowed ? assertSucceeds(commit(1, first)) : assertFails(commit(1, first)));
  });

  test.each<[string, object]>([
    ['counted back', { writes: increment(-1) }],
    ['left as it is', { writes: increment(0) }],
    ['without a beginning', { writes: 1, windowStart: ago(100) }],
    ['with a field of its own', { writes: increment(1), note: 'x' }],
    ['with a total where nothing is totalled', { writes: increment(1), total: 1 }],
    ['in halves', { writes: increment(0.5) }],
  ])('refuse a counter that is %s', async (_, count) => {
    await store(limits('moods'), { ...first, writes: 3 });
    await assertFails(commit(1, { last, ...count }));
  });

  test('refuse that a counter is deleted', async () => {
    await store(limits('moods'), first);
    await assertFails(deleteDoc(doc(ownersFirestore(), limits('moods'))));
  });

  describe('of saved playlists', () => {
    const full = { ...counter('older'), windowStart: ago(100), at: ago(100), total: 200 };
    const write = (
      add: (batch: WriteBatch, db: Firestore) => void,
      total: number,
      path = SAVED,
    ) => {
      const db = ownersFirestore();
      return counted(
        path,
        (batch) => {
          add(batch, db);
        },
        db,
        total,
      );
    };
    const create = (total: number, path = SAVED) =>
      write((batch, db) => batch.set(doc(db, path), savedPlaylist()), total, path);

    test('allow 200 and not 201', async () => {
      await store(limits('savedPlaylists'), { ...full, total: 199 });
      await assertSucceeds(create(200));
      await store(limits('savedPlaylists'), full);
      await assertFails(create(201, `${SAVED}X`));
    });

    test('allow that one of 200 is deleted or renamed', async () => {
      await store(SAVED, savedPlaylist());
      await store(limits('savedPlaylists'), full);
      await assertSucceeds(
        write((batch, db) => batch.update(doc(db, SAVED), { name: 'Rain' }), 200),
      );
      await store(limits('savedPlaylists'), full);
      await assertSucceeds(write((batch, db) => batch.delete(doc(db, SAVED)), 199));
    });

    test.each([0, 199, 198])('refuse that a new one is counted as %d', async (total) => {
      await store(limits('savedPlaylists'), { ...full, total: 199 });
      await assertFails(create(total));
    });

    test('refuse that their number is changed without one', async () => {
      await store(limits('savedPlaylists'), full);
      await assertFails(write(() => undefined, 5));
    });
  });
});
