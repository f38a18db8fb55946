import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person } from '../api/person';
import { LocalRun, until } from '../local-run';

const UPLOADS = 30;
const AT_ONCE = 5;

const data = mkdtempSync(join(tmpdir(), 'moodify-recovery-'));
let run: LocalRun;

beforeAll(async () => {
  run = await LocalRun.start(data);
}, 900_000);

afterAll(async () => {
  await run.stop();
  rmSync(data, { recursive: true });
}, 60_000);

/**
 * Has a new person upload photos, and lets something happen in the middle. An upload that is refused is
 * tried again, as the page does.
 *
 * @returns the person, and the entries of the uploads, all of which were acknowledged
 */
async function uploadWhile(happens: () => void): Promise<{ person: Person; moodIds: string[] }> {
  const person = await (await Person.anonymous()).agree();
  const moodIds = Array.from({ length: UPLOADS }, () => crypto.randomUUID());
  for (let from = 0; from < UPLOADS; from += AT_ONCE) {
    const some = moodIds.slice(from, from + AT_ONCE);
    const uploads = some.map((moodId) =>
      until('an upload is taken', () => person.upload(moodId).then(isTrue, isFalse)),
    );
    if (from === UPLOADS / 2 - AT_ONCE) {
      happens();
    }
    await Promise.all(uploads);
  }
  return { person, moodIds };
}

const isTrue = () => true;
const isFalse = () => false;

/** What has become of an upload: the state of its entry, and whether there is a playlist. */
async function outcomeOf(person: Person, moodId: string): Promise<string> {
  const [mood, playlist] = await Promise.all([
    person.document(`moods/${moodId}`),
    person.document(`playlists/${moodId}`),
  ]);
  const state = mood?.error?.stringValue ?? mood?.status?.stringValue ?? 'no entry';
  return `${state}, ${playlist ? 'with' : 'without'} a playlist`;
}

const WHOLE = 'ready, with a playlist';

async function expectNothingLost(person: Person, moodIds: readonly string[]): Promise<void> {
  const outcomes = new Map(moodIds.map((moodId) => [moodId, 'not asked yet']));
  const lost = () => [...outcomes].filter(([, outcome]) => outcome !== WHOLE);
  await until(
    'each upload has its music',
    async () => {
      // While emulators start, nobody answers.
      await Promise.allSettled(
        lost().map(async ([moodId]) => outcomes.set(moodId, await outcomeOf(person, moodId))),
      );
      return lost().length === 0;
    },
    () => JSON.stringify(lost()),
  );
}

test.each(['detect', 'recommend', 'pubsub'])(
  'kill -9 of %s in the middle of uploads loses none, and it is started again',
  async (part) => {
    const { person, moodIds } = await uploadWhile(() => {
      run.kill(part);
    });

    await expectNothingLost(person, moodIds);

    expect(run.said).toContain(`${part} ended unexpectedly (exit code 137) and is started again`);
  },
  900_000,
);

test.each(['firestore', 'firebase'])(
  'kill -9 of %s in the middle of uploads loses none, nor who made them',
  async (part) => {
    const times = run.said.split('The emulators run again').length;

    const { person, moodIds } = await uploadWhile(() => {
      run.kill(part);
    });

    await expectNothingLost(person, moodIds);
    await until('the emulators were started again', () =>
      Promise.resolve(run.said.split('The emulators run again').length > times),
    );
    expect(await person.hasAccount()).toBe(true);
  },
  900_000,
);

test('kill -9 of the runner in the middle of uploads loses none of those that are taken', async () => {
  const person = await (await Person.anonymous()).agree();
  const taken: string[] = [];
  const uploads = Array.from({ length: UPLOADS }, async (_, index) => {
    const moodId = crypto.randomUUID();
    await new Promise((resolve) => setTimeout(resolve, index * 50));
    if (index === UPLOADS / 2) {
      run.kill('local');
    }
    // Who is refused is told so, and tries again later.
    await person.upload(moodId).then(
      () => taken.push(moodId),
      () => undefined,
    );
  });
  await Promise.all(uploads);
  expect(taken.length).toBeGreaterThanOrEqual(UPLOADS / 2);
  await run.ended();
  expect(run.said).toContain("kept what a killed run's emulators still held");

  run = await LocalRun.start(data);

  await expectNothingLost(person, taken);
}, 900_000);

test('a copy of an upload is deleted once its outcome is kept', async () => {
  expect(readdirSync(join(data, 'journal'))).not.toEqual([]);

  await run.stop();

  expect(run.said).toContain('data kept');
  expect(readdirSync(join(data, 'journal'))).toEqual([]);
}, 60_000);
