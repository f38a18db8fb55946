import { asDate, asFields, type Fields } from '../firebase/fields';
import { EMOTIONS, type Emotion } from '../mood/emotion';

/** How many entries had each expression. */
export type Counts = Readonly<Record<Emotion, number>>;

/** Entries that were to lift the mood, and the next entry of each within three hours. */
export interface Lift {
  /** How many such pairs there are. */
  readonly pairs: number;
  /** The share of pairs whose second entry is the more pleasant one, in [0, 1]. */
  readonly liftedShare: number;
  readonly before: Counts;
  readonly after: Counts;
  /** In [-1, 1]. */
  readonly meanValenceBefore: number;
  readonly meanValenceAfter: number;
}

/**
 * What a function has counted of a person's entries, `users/{uid}/insights/summary`. Days, weekdays
 * and hours without an entry are absent.
 */
export interface Summary {
  /** How many entries had an expression. */
  readonly entries: number;
  readonly emotions: Counts;
  /** By the day's date, such as `2026-11-22`. */
  readonly days: ReadonlyMap<string, Counts>;
  /** By the number of ISO 8601: Monday is 1. */
  readonly weekdays: ReadonlyMap<number, Counts>;
  /** By the hour, from 0 to 23. */
  readonly hours: ReadonlyMap<number, Counts>;
  readonly lift?: Lift;
  /** The IANA name of the time zone that days and hours are counted in. */
  readonly timeZone: string;
  readonly updatedAt?: Date;
}

/** Reads a summary as it stands in Firestore. What makes no sense counts as absent. */
export function readSummary(fields: Fields): Summary {
  const emotions = readCounts(fields.emotions);
  const lift = readLift(fields.lift);
  const updatedAt = asDate(fields.updatedAt);
  return {
    entries: asCount(fields.entries) || total(emotions),
    emotions,
    days: readMap(fields.days, (key) => (/^\d{4}-\d\d-\d\d$/.test(key) ? key : undefined)),
    weekdays: readMap(fields.weekdays, (key) => wholeNumber(key, 1, 7)),
    hours: readMap(fields.hours, (key) => wholeNumber(key, 0, 23)),
    ...(lift && { lift }),
    timeZone: isTimeZone(fields.timeZone) ? fields.timeZone : 'UTC',
    ...(updatedAt && { updatedAt }),
  };
}

/** No entries at all. */
export const NO_COUNTS: Counts = readCounts(undefined);

/** Returns how many entries there are, of all expressions. */
export function total(counts: Counts): number {
  return EMOTIONS.reduce((sum, emotion) => sum + counts[emotion], 0);
}

/** Returns the counts of several, put together. */
export function together(all: readonly Counts[]): Counts {
  return of((emotion) => all.reduce((sum, counts) => sum + counts[emotion], 0));
}

/** Returns the expression that most entries had; nothing if there are no entries. */
export function mostFrequent(counts: Counts): Emotion | undefined {
  const [first] = byFrequency(counts);
  return first && counts[first] > 0 ? first : undefined;
}

/** Returns all expressions, the most frequent first. */
export function byFrequency(counts: Counts): Emotion[] {
  return [...EMOTIONS].sort((one, other) => counts[other] - counts[one]);
}

function readCounts(value: unknown): Counts {
  const fields = asFields(value);
  return of((emotion) => asCount(fields[emotion]));
}

function of(count: (emotion: Emotion) => number): Counts {
  return Object.fromEntries(EMOTIONS.map((emotion) => [emotion, count(emotion)])) as Counts;
}

function readMap<Key>(
  value: unknown,
  readKey: (key: string) => Key | undefined,
): ReadonlyMap<Key, Counts> {
  return new Map(
    Object.entries(asFields(value)).flatMap(([name, counts]) => {
      const key = readKey(name);
      return key === undefined ? [] : [[key, readCounts(counts)] as const];
    }),
  );
}

function readLift(value: unknown): Lift | undefined {
  const fields = asFields(value);
  const pairs = asCount(fields.pairs);
  return pairs > 0
    ? {
        pairs,
        liftedShare: asNumber(fields.liftedShare, 0, 1),
        before: readCounts(fields.before),
        after: readCounts(fields.after),
        meanValenceBefore: asNumber(fields.meanValenceBefore, -1, 1),
        meanValenceAfter: asNumber(fields.meanValenceAfter, -1, 1),
      }
    : undefined;
}

function wholeNumber(key: string, least: number, most: number): number | undefined {
  const value = Number(key);
  return /^\d+$/.test(key) && value >= least && value <= most ? value : undefined;
}

function asCount(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0;
}

function asNumber(value: unknown, least: number, most: number): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(most, Math.max(least, value))
    : 0;
}

function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string') {
    return false;
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** The key with the most entries. */
export function busiest(counts: ReadonlyMap<number, Counts>): number | undefined {
  const [first] = [...counts]
    .map(([key, of]) => ({ key, entries: total(of) }))
    .sort((one, other) => other.entries - one.entries || one.key - other.key);
  return first && first.entries > 0 ? first.key : undefined;
}
