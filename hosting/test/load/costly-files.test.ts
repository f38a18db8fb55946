import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { eventually, Person } from '../api/person';
import { costlyFiles } from './costly-files';
import { tell } from './figures';
import { sendPhoto, warmUp } from './waits';

const PAUSE_MS = 2_000;

beforeAll(warmUp);

test('the four files that take longest, sent by one guest again and again, make nobody else wait', async () => {
  const [guest, other] = await Promise.all([Person.anonymous(), Person.anonymous()]);
  await Promise.all([guest.agree(), other.agree()]);
  const files = costlyFiles();
  const moodIds: string[] = [];
  const isOver = new AbortController();
  let refused = 0;
  const flood = (async () => {
    while (!isOver.signal.aborted) {
      for (const { file, contentType } of files) {
        const moodId = crypto.randomUUID();
        const answer = await guest.tryToPut(`photos/${guest.uid}/${moodId}`, file, contentType);
        await answer.arrayBuffer();
        if (answer.ok) {
          moodIds.push(moodId);
        } else {
          expect(answer.status).toBe(403);
          refused += 1;
          await pause(100);
        }
      }
    }
  })();
  const waits: number[] = [];
  for (let count = 0; count < 20; count += 1) {
    waits.push((await sendPhoto(other)).expression);
    await pause(PAUSE_MS);
  }
  isOver.abort();
  await flood;
  tell("another person's expression during costly files", waits);
  console.log(`${moodIds.length} costly files taken, ${refused} refused`);
  for (const moodId of moodIds.slice(0, files.length)) {
    const status = await eventually('the verdict on a costly file', async () => {
      const mood = await guest.document(`moods/${moodId}`);
      return mood?.status?.stringValue !== 'analyzing' && mood?.status?.stringValue;
    });
    expect(status, 'it was read, and has no face').toBe('no_face');
  }
  expect(Math.max(...waits)).toBeLessThanOrEqual(1_000);
});
