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
  limit,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  setLogLevel,
  Timestamp,
  updateDoc,
  where,
  type DocumentData,
  type Firestore,
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
  songs/own-1                       | owner           | no  | no   | no     | no     | no
  songs/own-1                       | unauthenticated | no  | no   | no     | no     | no
  elsewhere/document                | owner           | no  | no   | no     | no     | no
`);

const profile = (): DocumentData => ({
  displayName: 'Ærøskøbing अनन्या',
  language: 'hi-IN',
  defaultGoal: 'lift',
  newMusic: 'ask',
  consent: { version: 1, at: Timestamp.now() },
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

function perform(db: Firestore, operation: Operation, path: string): Promise<unknown> {
  const { created, change } = wellFormed(path);
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
    ['consent by a named version', { consent: { version: '2026-11', at: Timestamp.now() } }],
  ])('may hold %s', async (_, change) => {
    await assertSucceeds(write(change));
  });

  test.each<[string, object]>([
    ['a name of 101 letters', { displayName: 'ä'.repeat(101) }],
    ['a name that is a number', { displayName: 7 }],
    ['a language that is a sentence', { language: 'the one of my mother' }],
    ['a goal of its own', { defaultGoal: 'dance' }],
    ['new music of its own', { newMusic: 'never' }],
    ['consent without a time', { consent: { version: 1 } }],
    ['consent to something else', { consent: { version: 1, at: Timestamp.now(), all: true } }],
    ['consent that is a yes', { consent: true }],
    ['keepPhotos as text', { keepPhotos: 'yes' }],
    ['an unknown theme', { theme: 'pink' }],
    ['no name of a time zone', { timeZone: 'half past nine' }],
    ['picture as an address', { picture: 'https://example.com/me.jpg' }],
    ['a field of its own', { role: 'admin' }],
  ])('may not hold %s', async (_, change) => {
    await assertFails(write(change));
  });
});

describe('a mood picked by hand', () => {
  const create = (change: object, id = 'manual0123456789abcd') =>
    setDoc(doc(ownersFirestore(), `users/${OWNER}/moods/${id}`), { ...manualMood(), ...change });

  test('may be without a goal', async () => {
    const mood = manualMood();
    delete mood.goal;
    await assertSucceeds(setDoc(doc(ownersFirestore(), MOOD), mood));
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
    await assertFails(setDoc(doc(ownersFirestore(), MOOD), manualMood()));
  });
});

describe('a mood read from a photo', () => {
  const change = async (fields: object) => {
    await store(MOOD, analyzedMood());
    return updateDoc(doc(ownersFirestore(), MOOD), fields);
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
    return updateDoc(doc(ownersFirestore(), MOOD), fields);
  };

  test('may be kept, which takes its end away', async () => {
    await assertSucceeds(change({ expiresAt: deleteField() }));
  });

  test('may be given another end by nobody', async () => {
    await assertFails(change({ expiresAt: Timestamp.fromMillis(Date.now() + 1e9) }));
  });

  test('may not come about: no other entry is given an end', async () => {
    await store(MOOD, analyzedMood());
    await assertFails(
      updateDoc(doc(ownersFirestore(), MOOD), { expiresAt: Timestamp.now(), goal: 'calm' }),
    );
  });
});

describe('a saved playlist', () => {
  const create = (change: object) =>
    setDoc(doc(ownersFirestore(), SAVED), { ...savedPlaylist(), ...change });

  const change = async (fields: object) => {
    await store(SAVED, savedPlaylist());
    return updateDoc(doc(ownersFirestore(), SAVED), fields);
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
      await assertFails(setDoc(doc(ownersFirestore(), SAVED), incomplete));
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
  const write = (change: object) =>
    setDoc(doc(ownersFirestore(), FEEDBACK), { ...feedback(), ...change });

  test.each(['like', 'dislike', 'skip', 'played'])('may say %s', async (verdict) => {
    await assertSucceeds(write({ verdict }));
  });

  test('may be a verdict and a time, nothing else', async () => {
    const short = { verdict: 'skip', at: serverTimestamp() };
    await assertSucceeds(setDoc(doc(ownersFirestore(), FEEDBACK), short));
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
    await assertSucceeds(updateDoc(doc(ownersFirestore(), FEEDBACK), { playedShare: 0.9 }));
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
    ['hold a field of its own', { note: 'x' }],
  ])('may not %s', async (_, change) => {
    await assertFails(write(change));
  });
});
