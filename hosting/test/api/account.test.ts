import { expect, test } from 'vitest';
import { writeAllAsFunction, type Fields } from '../browser/as-function';
import { eraseAccount } from './generated/sdk.gen';
import { eventually, Person, writeAsFunction } from './person';

/** Somebody with everything that Moodify can keep of a person. */
async function longStanding(): Promise<{ person: Person; moodId: string }> {
  const person = await Person.withPassword();
  await person.write('', {
    displayName: { stringValue: 'Ada' },
    keepPhotos: { booleanValue: true },
  });
  const moodId = await person.upload();
  await eventually('the playlist', () => person.document(`playlists/${moodId}`));
  const playlist = await person.document(`playlists/${moodId}`);
  const trackId = playlist?.trackIds?.arrayValue?.values?.[0]?.stringValue ?? '';
  await writeAsFunction(`users/${person.uid}/feedback/${encodeURIComponent(trackId)}`, {
    verdict: { stringValue: 'like' },
    at: { timestampValue: new Date().toISOString() },
  });
  await writeAsFunction(`users/${person.uid}/savedPlaylists/rainy-day`, {
    name: { stringValue: 'Rainy day' },
  });
  // Below a document that is not there itself: only a recursive erasure finds it.
  await writeAsFunction(`users/${person.uid}/attic/box/letters/first`, {
    n: { integerValue: '1' },
  });
  await person.putFile(`pictures/${person.uid}`, 'image/webp');
  return { person, moodId };
}

test('erasing leaves nothing of a person in Firestore, Storage and Auth', async () => {
  const { person } = await longStanding();
  expect((await person.traces()).length).toBeGreaterThan(5);

  const { response, data } = await eraseAccount({ client: person.client });

  expect([response.status, data]).toEqual([200, { status: 'erased' }]);
  expect(await person.hasAccount()).toBe(false);
  expect(await person.traces()).toEqual([]);
  // Nor does anything come back from events that were still on their way.
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(await person.traces()).toEqual([]);
});

test('an ID token from before an erasure writes nothing any more', async () => {
  const person = await (await Person.withPassword()).agree();
  expect((await eraseAccount({ client: person.client })).response.status).toBe(200);

  const moodId = crypto.randomUUID();
  const text = (stringValue: string) => ({ stringValue });
  const tries = [
    () => person.write('', { language: text('hi') }),
    () => person.write(`/moods/${moodId}`, { source: text('manual'), status: text('ready') }),
    () => person.write('/feedback/original-1', { verdict: text('like') }),
    () => person.putOwnFile(`photos/${person.uid}/${moodId}`),
    () => person.putOwnFile(`pictures/${person.uid}`),
  ];

  for (const attempt of tries) {
    await expect(attempt()).rejects.toThrow('403');
  }
  expect(await person.traces()).toEqual([]);
});

test('erasing takes a photo along that was uploaded a moment ago', async () => {
  const person = await Person.withPassword();
  await person.upload();

  expect((await eraseAccount({ client: person.client })).response.status).toBe(200);

  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(await person.traces()).toEqual([]);
  expect(await person.hasAccount()).toBe(false);
});

test('erasing one person leaves another one alone', async () => {
  const [leaving, staying] = await Promise.all([longStanding(), longStanding()]);
  const before = (await staying.person.traces()).length;

  expect((await eraseAccount({ client: leaving.person.client })).response.status).toBe(200);

  expect(await staying.person.hasAccount()).toBe(true);
  expect((await staying.person.traces()).length).toBeGreaterThanOrEqual(before);
});

test('asking twice at once to be erased is as asking once', async () => {
  const person = await Person.anonymous();
  await person.write('', { displayName: { stringValue: 'Ada' } });

  const results = await Promise.all([1, 2, 3].map(() => eraseAccount({ client: person.client })));

  // Whoever asks when the account is gone already is not known any more.
  const statuses = results.map(({ response }) => response.status);
  expect(statuses.filter((status) => status === 200)).not.toEqual([]);
  expect(statuses.every((status) => status === 200 || status === 401)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(await person.traces()).toEqual([]);
  expect(await person.hasAccount()).toBe(false);
});

test('erasing five hundred entries says how far it is, and ends in order', async () => {
  const person = await Person.withPassword();
  const documents = new Map<string, Fields>();
  for (let number = 0; number < 500; number += 1) {
    const moodId = `entry-${number}-0123456789`;
    // As of photos without a face: for them no music is chosen while this is written.
    documents.set(`users/${person.uid}/moods/${moodId}`, { status: 'no_face', source: 'photo' });
    documents.set(`users/${person.uid}/playlists/${moodId}`, { requestHash: `hash-${number}` });
    documents.set(`users/${person.uid}/feedback/track-${number}`, { verdict: 'like' });
  }
  await writeAllAsFunction(documents);
  await Promise.all(
    Array.from({ length: 60 }, (_, number) =>
      person.putFile(`kept/${person.uid}/entry-${number}-0123456789`, 'image/jpeg'),
    ),
  );

  const statuses: number[] = [];
  const left: number[] = [];
  do {
    const { response, data } = await eraseAccount({ client: person.client });
    statuses.push(response.status);
    left.push(data?.left ?? 0);
  } while (statuses.at(-1) === 202 && statuses.length < 20);

  expect(statuses).toEqual([...statuses.slice(1).map(() => 202), 200]);
  expect(left).toEqual([...left].sort((one, other) => other - one));
  expect(await person.hasAccount()).toBe(false);
  // Nor do hundreds of events that were still on their way bring anything back.
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(await person.traces()).toEqual([]);
}, 120_000);
