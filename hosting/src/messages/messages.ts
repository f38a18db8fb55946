import { en } from './en';
import { chooseLocale, factsOf, type Language, type Messages } from './languages';

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

let language: Language = 'en';
let messages: Messages = en;
let formats = formatsOf(language);
let wanted: Language = language;
const watchers = new Set<() => void>();

/** The browser's formats, each made when it is first used: a phone needs a while for them all. */
function formatsOf(tag: Language) {
  const locale = once(() => chooseLocale(tag, navigator.languages));
  return {
    locale,
    number: once(() => new Intl.NumberFormat(locale())),
    plural: once(() => new Intl.PluralRules(locale())),
    percent: once(
      () => new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }),
    ),
    list: once(() => new Intl.ListFormat(locale())),
    dayAndTime: once(
      () =>
        new Intl.DateTimeFormat(locale(), {
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          hour: 'numeric',
          minute: '2-digit',
        }),
    ),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** The language of the page. */
export function currentLanguage(): Language {
  return language;
}

/** How dates and numbers are written now, for formats of `Intl` that are made elsewhere. */
export function currentLocale(): string {
  return formats.locale();
}

/**
 * Shows the page in a language: fetches its texts, then has every element rendered anew. If another
 * language is wished for meanwhile, the later wish holds.
 *
 * @throws Error if the texts cannot be fetched; the page keeps the language it has
 */
export async function setLanguage(tag: Language): Promise<void> {
  wanted = tag;
  const loaded = await (factsOf(tag).load?.() ?? Promise.resolve(en));
  if (wanted !== tag) {
    return;
  }
  language = tag;
  messages = loaded;
  formats = formatsOf(tag);
  document.documentElement.lang = tag;
  document.documentElement.dir = factsOf(tag).direction;
  watchers.forEach((onChange) => {
    onChange();
  });
}

/** Calls back when the language of the page has changed. Returns what ends it. */
export function watchLanguage(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => {
    watchers.delete(onChange);
  };
}

/** Returns a text in the page's language, its `{name}` places filled in. */
export function text(key: MessageKey, values: Readonly<Record<string, string>> = {}): string {
  return messages[key].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** Returns the text for a number of things, `{count}` filled in. */
export function counted(key: CountedKey, count: number): string {
  const ending = formats.plural().select(count) === 'one' ? 'one' : 'other';
  return text(`${key}.${ending}`, { count: formats.number().format(count) });
}

/** Returns whether there is a text of this name, so that a word from elsewhere can be looked up. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

/** Writes a number as the language does, such as `1,221`. */
export function asNumber(number: number): string {
  return formats.number().format(number);
}

/** Writes a share in [0, 1] as a whole percent, such as `93%`. */
export function asPercent(share: number): string {
  return formats.percent().format(share);
}

/** Writes a day and a time of day, in the person's time zone. */
export function asDayAndTime(at: Date): string {
  return formats.dayAndTime().format(at);
}

/** Writes a span of time, such as `7 days`, which no line parts. */
export function asTimeSpan(amount: number, unit: 'day' | 'hour' | 'minute'): string {
  const format = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(currentLocale(), format).format(amount).replaceAll(' ', '\u00a0');
}

/** Writes things one after the other, such as `Jamendo and Audius`. */
export function asList(things: readonly string[]): string {
  return formats.list().format(things);
}
