import { eventually, Person } from '../api/person';

/** How long to wait between two looks, in milliseconds; so much too long is what is measured. */
const LOOK_MS = 20;

/** How long it takes until a document of a person is as wished, in milliseconds. */
export async function until(
  person: Person,
  path: string,
  isSo: (fields: Awaited<ReturnType<Person['document']>>) => boolean,
): Promise<number> {
  const start = performance.now();
  await eventually(path, async () => isSo(await person.document(path)), LOOK_MS);
  return performance.now() - start;
}

export const isThere = (fields: unknown) => fields !== undefined;

/** Sends a photo, and waits for what the person sees of it, in milliseconds since the upload ended. */
export async function sendPhoto(person: Person): Promise<{ expression: number; playlist: number }> {
  const moodId = await person.upload();
  const [expression, playlist] = await Promise.all([
    until(person, `moods/${moodId}`, (fields) => fields?.status?.stringValue === 'ready'),
    until(person, `playlists/${moodId}`, isThere),
  ]);
  return { expression, playlist };
}

/** Sends some photos, so that what is measured next is warm. */
export async function warmUp(): Promise<void> {
  const somebody = await (await Person.anonymous()).agree();
  for (let count = 0; count < 10; count += 1) {
    await sendPhoto(somebody);
  }
}
