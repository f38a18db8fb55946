import type { en } from './en';
import type { Translation } from './en/translation';

/** Every text of one language. */
export type Messages = Translation<typeof en>;

/** What is known of a language before its texts are fetched. */
interface LanguageFacts {
  /** Its own name for itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Fetches its texts; absent for English, which comes with the page. */
  readonly load?: () => Promise<Messages>;
}

/** The languages of the page, by their BCP 47 tags. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  hi: { name: 'हिन्दी', direction: 'ltr', load: async () => (await import('./hi')).hi },
} as const satisfies Record<string, LanguageFacts>;

/** A language that the page speaks. */
export type Language = keyof typeof LANGUAGES;

/** What is known of the language. */
export const factsOf = (language: Language): LanguageFacts => LANGUAGES[language];

/** Returns whether the page speaks a language, so that a word from elsewhere can be trusted. */
export function isLanguage(tag: unknown): tag is Language {
  return typeof tag === 'string' && Object.hasOwn(LANGUAGES, tag);
}

/**
 * Returns how dates and numbers are written in a language: as in the region that is wished for with it,
 * so that `en-GB` has its days before its months, else as in the language at large.
 */
export function chooseLocale(language: Language, wished: readonly string[]): string {
  const own = wished.filter((tag) => tag.split('-')[0]?.toLowerCase() === language);
  return own.find(isLocale) ?? language;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/**
 * Returns the first of the wished languages that the page speaks, else English. Regions and scripts
 * are passed over: `hi-IN` is `hi`.
 */
export function chooseLanguage(wished: readonly string[]): Language {
  return wished.map((tag) => tag.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'en';
}
