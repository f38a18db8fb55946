import { expect, test } from 'vitest';
import { eventually, Person, writeAsFunction } from './person';

test('statistics follow every entry, its correction and its end', async () => {
  const person = await Person.withPassword();
  await writeAsFunction(`users/${person.uid}`, { timeZone: { stringValue: 'Asia/Kolkata' } });
  const moodId = await person.upload();
  const emotions = async () =>
    (await person.document('insights/summary'))?.emotions?.mapValue?.fields;

  await eventually('the first count', async () => (await emotions())?.happy?.integerValue === '1');
  await writeAsFunction(`users/${person.uid}/moods/${moodId}`, {
    correction: { stringValue: 'sad' },
  });
  await eventually('the corrected count', async () => {
    const counted = await emotions();
    return counted?.sad?.integerValue === '1' && counted.happy === undefined;
  });
  const summary = await person.document('insights/summary');
  expect(summary?.timeZone?.stringValue).toBe('Asia/Kolkata');

  await person.delete(`moods/${moodId}`);
  await eventually('no statistics', async () => (await emotions()) === undefined);
  await eventually('no playlist', async () => {
    return (await person.document(`playlists/${moodId}`)) === undefined;
  });
});
