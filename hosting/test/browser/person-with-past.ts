import type { Page } from '@playwright/test';
import { openAccount, type AccountHolder } from './account-emulator';
import { writeAllAsFunction, type Fields } from './as-function';
import { MoodifyPage } from './moodify-page';
import { pastEntries, type PastEntry } from './past-entries';

/** Someone who has used Moodify for a while. */
export interface PersonWithPast {
  readonly moodify: MoodifyPage;
  readonly credentials: AccountHolder;
  readonly uid: string;
  readonly entries: readonly PastEntry[];
  /** Writes documents below this person's own, and that one under an empty path, as a function would. */
  readonly write: (documents: Readonly<Record<string, Fields>>) => Promise<void>;
}

/** For so many entries music is chosen. For all of hundreds it would keep the functions busy for long. */
const WITH_MUSIC = 20;
const WITHOUT_FACE = { status: 'no_face', source: 'photo', faces: 0 };

/** Opens the page as somebody new, who has been given entries of the past. */
export async function personWithPast(page: Page, count: number): Promise<PersonWithPast> {
  const moodify = new MoodifyPage(page);
  const credentials = await openAccount();
  const { uid } = credentials;
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
  await write(
    Object.fromEntries(
      entries.map(({ id, fields, at }, index) => [
        `moods/${id}`,
        index < WITH_MUSIC ? fields : { ...WITHOUT_FACE, createdAt: at },
      ]),
    ),
  );
  await moodify.arrive(credentials);
  return { moodify, credentials, uid, entries, write };
}
