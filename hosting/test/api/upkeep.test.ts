import { expect, test } from 'vitest';
import { stack } from '../stack';
import { eventually, Person, writeAsFunction } from './person';

/** Does what Cloud Scheduler does every 15 minutes. */
async function askForUpkeep(): Promise<void> {
  const pubsub = Number(new URL(stack.page).port) + 5;
  const answer = await fetch(
    `http://${stack.host}:${pubsub}/v1/projects/${stack.projectId}/topics/upkeep:publish`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages: [{ attributes: { type: 'schedule' } }] }),
    },
  );
  expect(answer.status).toBe(200);
}

test('an entry that is stuck is read after all once its photo was sent once more', async () => {
  const person = await Person.withPassword();
  // The photo stays, so that there is something to send.
  await person.write('', { keepPhotos: { booleanValue: true } });
  const moodId = await person.upload();
  const status = async () => (await person.document(`moods/${moodId}`))?.status?.stringValue;
  await eventually('the first verdict', async () => (await status()) === 'ready');
  await writeAsFunction(`users/${person.uid}/moods/${moodId}`, {
    status: { stringValue: 'analyzing' },
    updatedAt: { timestampValue: new Date(Date.now() - 11 * 60_000).toISOString() },
  });

  await askForUpkeep();

  await eventually('the second verdict', async () => (await status()) === 'ready');
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
