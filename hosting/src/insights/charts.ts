import { asPercent, currentLocale, text } from '../messages/messages';
import type { Emotion } from '../mood/emotion';
import type { Category, ChartData, Series } from './chart-data';
import { SPANS, type Period, type Span } from './periods';
import { byFrequency, NO_COUNTS, total, type Counts, type Lift, type Summary } from './summary';

/** A Monday, from which weekdays get their names, and a midnight for the names of hours. */
const MONDAY = Date.UTC(2024, 0, 1);

const HOUR = 3_600_000;

/** From pleasant to unpleasant, so that bars show by their foot how much of them is pleasant. */
const ORDER: readonly Emotion[] = [
  'happy',
  'surprise',
  'neutral',
  'sad',
  'fear',
  'disgust',
  'angry',
];

/** The share of each expression that occurs, the most frequent first. */
export function shareChart({ emotions }: Summary): ChartData {
  const occurring = byFrequency(emotions).filter((emotion) => emotions[emotion] > 0);
  const all = total(emotions);
  return {
    about: text('insights.expression'),
    categories: occurring.map((emotion) => same(text(`emotion.${emotion}`))),
    series: [
      {
        name: text('insights.share'),
        style: 'neutral',
        values: occurring.map((emotion) => emotions[emotion] / all),
      },
    ],
    styles: occurring,
    lying: true,
    stacked: false,
    write: asPercent,
  };
}

/** Entries in each period, by expression. */
export function trendChart(all: readonly Period[], span: Span): ChartData {
  return {
    about: text(span === 'month' ? 'insights.day' : 'insights.period'),
    categories: all.map(periodName(span)),
    series: byEmotion(all.map(({ counts }) => counts)),
    lying: false,
    stacked: true,
  };
}

/** Entries on each day of the week, by expression. */
export function weekdayChart({ weekdays }: Summary): ChartData {
  const numbers = Array.from({ length: 7 }, (_, index) => index + 1);
  return {
    about: text('insights.weekday'),
    categories: numbers.map((number) => ({
      label: weekdayName(number, 'short'),
      name: weekdayName(number, 'long'),
    })),
    series: byEmotion(numbers.map((number) => weekdays.get(number) ?? NO_COUNTS)),
    lying: false,
    stacked: true,
  };
}

/** Entries in each hour of the day, by expression. */
export function hourChart({ hours }: Summary): ChartData {
  const numbers = Array.from({ length: 24 }, (_, index) => index);
  return {
    about: text('insights.hour'),
    categories: numbers.map((hour) => ({ label: hourName(hour), name: hourName(hour, true) })),
    series: byEmotion(numbers.map((hour) => hours.get(hour) ?? NO_COUNTS)),
    lying: false,
    stacked: true,
  };
}

/** How expressions are spread before and after music that was to lift the mood. */
export function liftChart({ before, after, pairs }: Lift): ChartData {
  const occurring = ORDER.filter((emotion) => before[emotion] + after[emotion] > 0);
  return {
    about: text('insights.expression'),
    categories: occurring.map((emotion) => same(text(`emotion.${emotion}`))),
    series: [
      {
        name: text('insights.before'),
        style: 'before',
        values: occurring.map((emotion) => before[emotion] / pairs),
      },
      {
        name: text('insights.after'),
        style: 'after',
        values: occurring.map((emotion) => after[emotion] / pairs),
      },
    ],
    lying: true,
    stacked: false,
    write: asPercent,
  };
}

/** Names a day of the week by its number of ISO 8601. */
export function weekdayName(number: number, weekday: 'long' | 'short'): string {
  return format({ weekday, timeZone: 'UTC' }, MONDAY + (number - 1) * 24 * HOUR);
}

/** Names an hour of the day by its beginning, or from beginning to end. */
export function hourName(hour: number, inFull = false): string {
  const options = { hour: 'numeric', timeZone: 'UTC' } as const;
  const begin = MONDAY + hour * HOUR;
  return inFull
    ? new Intl.DateTimeFormat(currentLocale(), options).formatRange(begin, begin + HOUR)
    : format(options, begin);
}

/**
 * Says when something was, for who lives in a time zone: the day as `today` or `yesterday` where it is
 * one of these, then the time, with what the zone is called in short, such as `today, 2:36 PM (UTC)`.
 * Where the browser does not know the zone, in the browser's own.
 */
export function recentTime(at: Date, timeZone: string, now: Date): { time: string; zone: string } {
  const zone = isKnown(timeZone) ? timeZone : new Intl.DateTimeFormat().resolvedOptions().timeZone;
  // Written as 2026-12-01 everywhere, so that days can be subtracted.
  const dayOf = (date: Date) =>
    Date.parse(
      new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone }).format(date),
    );
  const days = Math.round((dayOf(at) - dayOf(now)) / (24 * HOUR));
  const day =
    days === 0 || days === -1
      ? new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' }).format(days, 'day')
      : format({ weekday: 'short', day: 'numeric', month: 'short', timeZone: zone }, at.getTime());
  const time = format({ hour: 'numeric', minute: '2-digit', timeZone: zone }, at.getTime());
  return { time: `${day}, ${time}`, zone: zoneName(zone, 'short') };
}

function isKnown(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}

/** Names a time zone by its IANA name as people do, such as `India Standard Time`, or in short. */
export function zoneName(timeZone: string, length: 'long' | 'short' = 'long'): string {
  try {
    const parts = new Intl.DateTimeFormat(currentLocale(), {
      timeZone,
      // Whether it is summer is no part of the long name, but where there is none there is no other name.
      timeZoneName:
        length === 'long' && !/^(Etc\/)?(UTC|GMT)$/.test(timeZone) ? 'longGeneric' : length,
    }).formatToParts();
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  } catch {
    // A zone that this browser has not heard of.
    return timeZone;
  }
}

/** Writes a number in the page's language; one with a fraction with its sign, a true minus. */
export function number(value: number, fractionDigits = 0): string {
  return new Intl.NumberFormat(currentLocale(), {
    maximumFractionDigits: fractionDigits,
    signDisplay: fractionDigits > 0 ? 'exceptZero' : 'auto',
  })
    .format(value)
    .replace('-', '\u2212');
}

function periodName(span: Span): (period: Period) => Category {
  const short = new Intl.DateTimeFormat(currentLocale(), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const full = new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'long', timeZone: 'UTC' });
  return ({ from, to }) => ({
    label: short.format(new Date(from)),
    name:
      SPANS[span].step === 1
        ? full.format(new Date(from))
        : full.formatRange(new Date(from), new Date(to)),
  });
}

function byEmotion(columns: readonly Counts[]): Series[] {
  return ORDER.filter((emotion) => columns.some((counts) => counts[emotion] > 0)).map(
    (emotion) => ({
      name: text(`emotion.${emotion}`),
      style: emotion,
      values: columns.map((counts) => counts[emotion]),
    }),
  );
}

function same(name: string): Category {
  return { label: name, name };
}

function format(options: Intl.DateTimeFormatOptions, at: number): string {
  return new Intl.DateTimeFormat(currentLocale(), options).format(at);
}
