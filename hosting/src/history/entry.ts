import { readMood, type Mood } from '../mood/mood';

/** One entry as the history shows it. */
export interface Entry {
  readonly mood: Mood;
  /** Whether its photo is still in Storage, because the person keeps photos. */
  readonly photoKept: boolean;
}

/** Whether there is a kept photo to be shown: while it is read it may still be on its way there. */
export function showsPhoto({ mood, photoKept }: Entry): boolean {
  return photoKept && mood.status !== 'analyzing';
}

/** Reads an entry as it stands in Firestore; nothing if it makes no sense. */
export function readEntry(
  id: string,
  fields: Readonly<Record<string, unknown>>,
): Entry | undefined {
  const mood = readMood(id, fields);
  const kept = (fields.photo as { kept?: unknown } | null | undefined)?.kept;
  return mood && { mood, photoKept: kept === true };
}
