import { asDate, asFields, type Fields } from '../firebase/fields';
import { isLanguage, type Language } from '../messages/languages';
import { isGoal, type Goal } from '../mood/goal';
import { isTheme, type Theme } from './theme';

/** The person's settings, as far as they have made any. */
export interface Profile {
  /** What the person is called. */
  readonly displayName?: string;
  readonly language?: Language;
  readonly theme?: Theme;
  readonly defaultGoal?: Goal;
  /** What the player does when a newer mood brings other music: `play` at once unless it is to `ask`. */
  readonly newMusic?: NewMusic;
  /** The notice that the person has agreed to, and when; absent if they have not, or not any more. */
  readonly consent?: { readonly version: number; readonly at: Date };
  /** Whether photos stay after they are read. */
  readonly keepPhotos?: boolean;
  /** The IANA name of the zone that the statistics are counted in, such as `Asia/Kolkata`. */
  readonly timeZone?: string;
  /** Whether there is a picture at `pictures/{uid}`. */
  readonly picture?: boolean;
}

/** What the player may do about music for a newer mood while something plays. */
export const NEW_MUSIC = ['play', 'ask'] as const;
export type NewMusic = (typeof NEW_MUSIC)[number];

const isNewMusic = (value: unknown): value is NewMusic =>
  NEW_MUSIC.some((known) => known === value);

/** New values of some settings; null takes one away. The server's clock dates a consent. */
export type ProfileChange = {
  readonly [Name in keyof Omit<Profile, 'consent'>]?: Profile[Name] | null;
} & { readonly consent?: { readonly version: number } | null };

/** Reads the document `users/{uid}`; whatever in it is not as it should be is left out. */
export function readProfile(data: Fields = {}): Profile {
  const { displayName, language, theme, defaultGoal, newMusic, keepPhotos, timeZone, picture } =
    data;
  const consent = readConsent(data.consent);
  return {
    ...(typeof displayName === 'string' && { displayName }),
    ...(isLanguage(language) && { language }),
    ...(isTheme(theme) && { theme }),
    ...(isGoal(defaultGoal) && { defaultGoal }),
    ...(isNewMusic(newMusic) && { newMusic }),
    ...(consent && { consent }),
    ...(typeof keepPhotos === 'boolean' && { keepPhotos }),
    ...(typeof timeZone === 'string' && { timeZone }),
    ...(typeof picture === 'boolean' && { picture }),
  };
}

function readConsent(data: unknown): Profile['consent'] {
  const { given, version, at } = asFields(data);
  // Until the server has spoken, the time of a consent that was given just now is not known.
  return given === true && typeof version === 'number'
    ? { version, at: asDate(at) ?? new Date() }
    : undefined;
}
