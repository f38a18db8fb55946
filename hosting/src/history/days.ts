import type { Entry } from './entry';

/** The entries of one day. */
export interface Day {
  /** The day's date as in ISO 8601, such as `2026-11-22`, in the time zone of this device. */
  readonly date: string;
  readonly entries: readonly Entry[];
}

/** How a day stands to today. A day that has not come yet is due to a clock that is wrong. */
export type Nearness = 'today' | 'yesterday' | 'other';

/** Puts entries together by day, in the order they come in. */
export function byDay(entries: readonly Entry[], now: Date): Day[] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const date = isoDate(entry.mood.createdAt ?? now);
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return [...days].map(([date, ofDay]) => ({ date, entries: ofDay }));
}

/** Returns how near a day is. */
export function nearness(date: string, now: Date): Nearness {
  if (date === isoDate(now)) {
    return 'today';
  }
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  return date === isoDate(yesterday) ? 'yesterday' : 'other';
}

/** Returns the noon of a day in the time zone of this device, which every day has. */
export function noonOf(date: string): Date {
  return new Date(`${date}T12:00:00`);
}

/** Returns the date of a day as in ISO 8601, in the time zone of this device. */
export function isoDate(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
