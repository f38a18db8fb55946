import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { Person } from '../api/person';
import { percentile, tell } from './figures';
import { functionRuns, runsSince } from './function-runs';
import { pickMood, setGoal } from './picked-moods';
import { isThere, sendPhoto, until, warmUp } from './waits';

const EMOTIONS_IN_TURN = ['happy', 'sad', 'angry'] as const;

beforeAll(warmUp);

test('300 photos of ten guests within a minute', async () => {
  const guests = await Promise.all(
    Array.from({ length: 10 }, async () => (await Person.anonymous()).agree()),
  );
  const start = performance.now();
  const photos = await Promise.all(
    Array.from({ length: 300 }, async (_, index) => {
      await pause(index * 200 - (performance.now() - start));
      const guest = guests[index % guests.length];
      return guest ? sendPhoto(guest) : Promise.reject(new Error('There are no guests'));
    }),
  );
  const expressions = photos.map(({ expression }) => expression);
  const playlists = photos.map(({ playlist }) => playlist);
  tell('upload ended to expression', expressions);
  tell('upload ended to playlist', playlists);
  expect(photos).toHaveLength(300);
  expect(percentile(expressions, 95)).toBeLessThanOrEqual(112);
  expect(percentile(playlists, 95)).toBeLessThanOrEqual(391);
});

test('500 moods of one guest, and their goals, make nobody else wait', async () => {
  const [guest, other] = await Promise.all([Person.anonymous(), Person.anonymous()]);
  await other.agree();
  const before = functionRuns();
  const start = performance.now();
  const moodIds: string[] = [];
  let refused = 0;
  const flood = (async () => {
    for (let count = 0; count < 500; count += 1) {
      const moodId = crypto.randomUUID();
      const isTaken = await pickMood(guest, moodId, EMOTIONS_IN_TURN[count % 3] ?? 'happy');
      if (isTaken) {
        moodIds.push(moodId);
      }
      const last = moodIds.at(-1);
      const isSet = last && (await setGoal(guest, last, count % 2 === 0 ? 'lift' : 'calm'));
      refused += [isTaken, isSet].filter((isDone) => !isDone).length;
    }
  })();
  const waits: number[] = [];
  const photos: number[] = [];
  for (let count = 0; count < 10; count += 1) {
    const moodId = crypto.randomUUID();
    expect(await pickMood(other, moodId, 'happy')).toBe(true);
    waits.push(await until(other, `playlists/${moodId}`, isThere));
    photos.push((await sendPhoto(other)).expression);
  }
  await flood;
  await pause(60_000 - (performance.now() - start));
  const runs = runsSince(before);
  tell("another person's playlist during the flood", waits);
  tell("another person's expression during the flood", photos);
  console.log(
    `${moodIds.length} of 500 moods taken, ${refused} writes refused, ${runs} function runs`,
  );
  expect(Math.max(...waits)).toBeLessThanOrEqual(1_000);
  expect(runs).toBeLessThanOrEqual(200);
});
