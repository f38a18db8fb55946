import { expect, test } from 'vitest';
import { reshufflePlaylist } from './generated/sdk.gen';
import { eventually, Person, writeAsFunction, type Value } from './person';

const reshuffle = ({ client }: Person, moodId: string) =>
  reshufflePlaylist({ client, path: { moodId } });

test('asking for other music gives another playlist for the same mood', async () => {
  const person = await Person.withPassword();
  const moodId = await person.upload();
  const first = await eventually('the playlist', () => person.document(`playlists/${moodId}`));

  const { response, data } = await reshuffle(person, moodId);

  expect([response.status, data]).toEqual([202, { moodId, shuffle: 1 }]);
  const second = await eventually('another playlist', async () => {
    const playlist = await person.document(`playlists/${moodId}`);
    return playlist?.requestHash?.stringValue !== first.requestHash?.stringValue && playlist;
  });
  expect(tracks(second)).toHaveLength(tracks(first).length);
  expect(tracks(second)).not.toEqual(tracks(first));
});

test('ten requests at once are ten', async () => {
  const person = await Person.withPassword();
  const moodId = crypto.randomUUID();
  await writeAsFunction(`users/${person.uid}/moods/${moodId}`, {
    status: { stringValue: 'ready' },
    source: { stringValue: 'manual' },
    emotion: { stringValue: 'happy' },
  });

  const results = await Promise.all(Array.from({ length: 10 }, () => reshuffle(person, moodId)));

  expect(results.map(({ response }) => response.status)).toEqual(results.map(() => 202));
  expect((await person.document(`moods/${moodId}`))?.shuffle?.integerValue).toBe('10');
});

test('without an entry, or an expression in it, there is nothing to shuffle', async () => {
  const person = await Person.withPassword();
  const another = await Person.withPassword();
  const moodId = crypto.randomUUID();
  expect((await reshuffle(person, moodId)).response.status).toBe(404);

  for (const [status, code] of [
    ['analyzing', 'analyzing'],
    ['no_face', 'no_expression'],
    ['failed', 'no_expression'],
  ] as const) {
    await writeAsFunction(`users/${person.uid}/moods/${moodId}`, {
      status: { stringValue: status },
      source: { stringValue: 'photo' },
    });
    const { response, error } = await reshuffle(person, moodId);
    expect([response.status, error]).toMatchObject([409, { code }]);
  }
  expect((await reshuffle(another, moodId)).response.status).toBe(404);
});

const tracks = (playlist: Record<string, Value>) =>
  playlist.trackIds?.arrayValue?.values?.map(({ stringValue }) => stringValue) ?? [];
