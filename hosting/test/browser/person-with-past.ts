import type { Page } from '@playwright/test';
import { writeAllAsFunction, type Fields } from './as-function';
import { directAccess } from './direct-access';
import { MoodifyPage, type Credentials } from './moodify-page';
import { pastEntries, type PastEntry } from './past-entries';

/** Someone who has used Moodify for a while. */
export interface PersonWithPast {
  readonly moodify: MoodifyPage;
  readonly credentials: Credentials;
  readonly uid: string;
  readonly entries: readonly PastEntry[];
  /** Writes documents below this person's own, and that one under an empty path, as a function would. */
  readonly write: (documents: Readonly<Record<string, Fields>>) => Promise<void>;
}

/** Signs a new person up, who is then given entries of the past. */
export async function personWithPast(page: Page, count: number): Promise<PersonWithPast> {
  const moodify = new MoodifyPage(page);
  const credentials = await moodify.signUp('/', { agrees: false });
  const { uid, close } = await directAccess(credentials);
  await close();
  const write = (documents: Readonly<Record<string, Fields>>) =>
    writeAllAsFunction(
      new Map(
        Object.entries(documents).map(([path, fields]) => [
          path === '' ? `users/${uid}` : `users/${uid}/${path}`,
          fields,
        ]),
      ),
    );
  const entries = pastEntries(count, new Date());
  await write(Object.fromEntries(entries.map(({ id, fields }) => [`moods/${id}`, fields])));
  return { moodify, credentials, uid, entries, write };
}
