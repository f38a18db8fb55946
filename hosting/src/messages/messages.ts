import { en } from './en';

/** The name of one text. */
export type MessageKey = keyof typeof en;

/** The names of texts that are chosen by a number, without their ending. */
export type CountedKey = {
  [Key in MessageKey]: Key extends `${infer Stem}.other`
    ? `${Stem}.one` extends MessageKey
      ? Stem
      : never
    : never;
}[MessageKey];

const language = 'en';
const messages: Readonly<Record<MessageKey, string>> = en;
const plural = new Intl.PluralRules(language);
const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
const list = new Intl.ListFormat(language);
const dayAndTime = new Intl.DateTimeFormat(language, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** Returns a text in the page's language, its `{name}` places filled in. */
export function text(key: MessageKey, values: Readonly<Record<string, string>> = {}): string {
  return messages[key].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** Returns the text for a number of things, `{count}` filled in. */
export function counted(key: CountedKey, count: number): string {
  const ending = plural.select(count) === 'one' ? 'one' : 'other';
  return text(`${key}.${ending}`, { count: String(count) });
}

/** Tells whether there is a text of this name, so that a word from elsewhere can be looked up. */
export function isMessageKey(key: string): key is MessageKey {
  return key in messages;
}

/** Writes a share in [0, 1] as a whole percent, such as `93%`. */
export function asPercent(share: number): string {
  return percent.format(share);
}

/** Writes a day and a time of day, in the person's time zone. */
export function asDayAndTime(at: Date): string {
  return dayAndTime.format(at);
}

/** Writes things one after the other, such as `Jamendo and Audius`. */
export function asList(things: readonly string[]): string {
  return list.format(things);
}
