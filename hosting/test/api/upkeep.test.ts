import { expect, test } from 'vitest';
import {
  askForUpkeep,
  documentAt,
  eventually,
  LATER_GENERATION,
  Person,
  tracesOf,
  writeAnalyzing,
  writeAsFunction,
} from './person';

test('an entry that is stuck is read after all once its photo was sent once more', async () => {
  const person = await Person.withPassword();
  const moodId = crypto.randomUUID();
  const path = `photos/${person.uid}/${moodId}`;
  const status = async (id: string) => (await person.document(`moods/${id}`))?.status?.stringValue;
  const stuck = (generation: string) =>
    writeAnalyzing(person, moodId, generation, new Date(Date.now() - 11 * 60_000));
  // An entry that waits for a later photo: detect leaves this one alone, as if it had never seen it.
  await stuck(LATER_GENERATION);
  await person.upload(moodId);
  const next = await person.upload();
  await eventually('the verdict on a later photo', async () => (await status(next)) === 'ready');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await stuck(await person.generation(path));

  await askForUpkeep();

  await eventually('the verdict', async () => (await status(moodId)) === 'ready');
  const retried = (await person.document(`moods/${moodId}`))?.retried;
  expect(retried).toMatchObject({ booleanValue: true });
});

test('an entry whose photo was sent once more in vain says that it failed', async () => {
  const person = await Person.withPassword();
  const moodId = crypto.randomUUID();
  await writeAsFunction(`users/${person.uid}/moods/${moodId}`, {
    status: { stringValue: 'analyzing' },
    source: { stringValue: 'photo' },
    retried: { booleanValue: true },
    updatedAt: { timestampValue: new Date(Date.now() - 11 * 60_000).toISOString() },
  });

  await askForUpkeep();

  await eventually('the end', async () => {
    const mood = await person.document(`moods/${moodId}`);
    return mood?.error?.mapValue?.fields?.code?.stringValue === 'stuck';
  });
});

/** Asks again and again: a run looks at a part of all people only. */
function eventuallyAfterUpkeep(what: string, look: () => Promise<boolean>): Promise<boolean> {
  return eventually(what, async () => {
    await askForUpkeep();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return look();
  });
}

/** As if somebody's data had been found without an account so long ago. */
const noteOrphan = (uid: string, hours: number) =>
  writeAsFunction(`orphans/${uid}`, {
    firstSeenAt: { timestampValue: new Date(Date.now() - hours * 3_600_000).toISOString() },
  });

const isNoted = async (uid: string) => (await documentAt(`orphans/${uid}`)) !== undefined;

test('data without an account is noted, and erased once that is a day ago', async () => {
  const nobody = `nobody-${crypto.randomUUID()}`;
  const files = [`kept/${nobody}/m0123456789abcdefghij`, `pictures/${nobody}`];
  const feedback = { verdict: { stringValue: 'like' } };
  const person = await Person.anonymous();
  await writeAsFunction(`users/${nobody}/feedback/original-1`, feedback);
  await Promise.all(files.map((file) => person.putFile(file, 'image/jpeg')));

  await eventuallyAfterUpkeep('the note', () => isNoted(nobody));
  await noteOrphan(nobody, 23);
  // Notes are gone through in order: once this one is gone, the other has been looked at.
  const later = `somebody-${crypto.randomUUID()}`;
  await noteOrphan(later, 25);
  await eventuallyAfterUpkeep('the end of the later one', async () => !(await isNoted(later)));
  expect(await documentAt(`users/${nobody}/feedback/original-1`)).toEqual(feedback);
  expect(await tracesOf(nobody)).toEqual(expect.arrayContaining(files));

  await noteOrphan(nobody, 25);
  await eventuallyAfterUpkeep('the end', async () => (await tracesOf(nobody)).length === 0);
});

test('data of somebody with an account stays, and a note of it goes', async () => {
  const person = await Person.anonymous();
  await person.putFile(`pictures/${person.uid}`, 'image/jpeg');
  await writeAsFunction(`users/${person.uid}/feedback/original-1`, {
    verdict: { stringValue: 'like' },
  });
  await noteOrphan(person.uid, 25);

  await eventuallyAfterUpkeep('the end of the note', async () => !(await isNoted(person.uid)));

  expect(await person.hasAccount()).toBe(true);
  expect(await person.document('feedback/original-1')).toBeDefined();
  expect(await person.traces()).toContain(`pictures/${person.uid}`);
});
