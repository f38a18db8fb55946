import { NO_COUNTS, together, type Counts, type Summary } from './summary';

/** How far back the trend goes, in days, and how many days each of its bars stands for. */
export const SPANS = {
  month: { days: 30, step: 1 },
  quarter: { days: 91, step: 7 },
  year: { days: 364, step: 28 },
} as const;

/** The name of a stretch of time up to today. */
export type Span = keyof typeof SPANS;

/** One or more days in a row, and what was counted in them. */
export interface Period {
  /** The first and the last day, such as `2026-11-22`. */
  readonly from: string;
  readonly to: string;
  readonly counts: Counts;
}

/** Returns the day's date at a moment in a time zone, such as `2026-11-22`. */
export function dateIn(timeZone: string, at: Date): string {
  // The Swedish way of writing dates is that of ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

/** Returns the periods of a span, the oldest first; the last one ends today. Empty ones are there. */
export function periods({ days, timeZone }: Summary, span: Span, now: Date): Period[] {
  const { days: length, step } = SPANS[span];
  const today = dateIn(timeZone, now);
  return Array.from({ length: length / step }, (_, index) => {
    const dates = Array.from({ length: step }, (_, day) =>
      addDays(today, index * step + day + 1 - length),
    );
    const [from = today] = dates;
    return {
      from,
      to: dates.at(-1) ?? from,
      counts: together(dates.map((date) => days.get(date) ?? NO_COUNTS)),
    };
  });
}

/** Returns the date so many days later. */
export function addDays(date: string, days: number): string {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}
