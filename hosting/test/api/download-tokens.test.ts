import { expect, test } from 'vitest';
import {
  eventually,
  giveToken,
  LATER_GENERATION,
  openLink,
  Person,
  writeAnalyzing,
  writeAsFunction,
} from './person';

/** The link opens the file no more, for good; its owner can read it all the same, before and after. */
async function expectClosed(person: Person, path: string, token: string): Promise<void> {
  expect(token).not.toBe('');
  await eventually('the end of the link', async () => (await openLink(path, token)) === 403);
  expect((await person.readFile(path)).length).toBeGreaterThan(0);
  expect(await openLink(path, token)).toBe(403);
}

test('no link opens a picture, with the token of its upload', async () => {
  const person = await Person.anonymous();
  const path = `pictures/${person.uid}`;

  const token = await person.putOwnFile(path);

  await expectClosed(person, path, token);
  // Were it given this token again, the same link would open it.
  await giveToken(path, token);
  expect(await openLink(path, token)).toBe(200);
});

test('no link opens a kept photo, with the token of the upload that it was copied from', async () => {
  const person = await (await Person.anonymous()).agree();
  await writeAsFunction(`users/${person.uid}`, { keepPhotos: { booleanValue: true } });
  const moodId = crypto.randomUUID();
  const kept = `kept/${person.uid}/${moodId}`;

  const token = await person.putOwnFile(`photos/${person.uid}/${moodId}`);

  await eventually('the kept photo', async () => (await person.files()).includes(kept));
  await expectClosed(person, kept, token);
});

test('no link opens a photo that is still to be read', async () => {
  const person = await (await Person.anonymous()).agree();
  const moodId = crypto.randomUUID();
  const path = `photos/${person.uid}/${moodId}`;
  // An entry that waits for a later photo: this one is tried again, and stays meanwhile.
  await writeAnalyzing(person, moodId, LATER_GENERATION, new Date());

  const token = await person.putOwnFile(path);

  await expectClosed(person, path, token);
  await person.delete(`moods/${moodId}`);
});
