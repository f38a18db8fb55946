import { currentLocale, text } from '../messages/messages';
import { expressionOf, hasExpression, type Mood } from '../mood/mood';
import { nearness, noonOf } from './days';

/** Says in one or two words what an entry holds, such as `happy` or `no face`. */
export function entryTitle(mood: Mood): string {
  const emotion = hasExpression(mood) ? expressionOf(mood) : undefined;
  if (emotion) {
    return text(`emotion.${emotion}`);
  }
  switch (mood.status) {
    case 'analyzing':
      return text('history.analyzing');
    case 'no_face':
      return text('history.no-face');
    default:
      return text('history.failed');
  }
}

/** Names a day: `Today`, `Yesterday`, or its weekday and date. */
export function dayTitle(date: string, now: Date): string {
  const near = nearness(date, now);
  return near === 'other' ? dayDate(date, now) : text(`history.${near}`);
}

/** Writes a day's weekday and date; the year where it is not this one. */
export function dayDate(date: string, now: Date): string {
  const noon = noonOf(date);
  const isThisYear = noon.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(currentLocale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(noon);
}

/** Writes the time of day of an entry. */
export function timeOfDay(at: Date): string {
  return new Intl.DateTimeFormat(currentLocale(), { hour: 'numeric', minute: '2-digit' }).format(
    at,
  );
}

/** Writes the day and the time of day of an entry in full. */
export function fullTime(at: Date): string {
  return new Intl.DateTimeFormat(currentLocale(), {
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(at);
}
