import { chooseLanguage, isLanguage, type Language } from '../messages/languages';
import { isTheme, type Theme } from './theme';

/**
 * What this browser remembers, so that the page looks right before anyone is signed in, and before
 * their profile is there. The script public/early.js reads the same names.
 */
const NAMES = {
  language: 'moodify.language',
  theme: 'moodify.theme',
  wasSignedIn: 'moodify.signed-in',
} as const;

/** The language chosen in this browser, else the first that the browser asks for. */
export function rememberedLanguage(): Language {
  const language = read(NAMES.language);
  return isLanguage(language) ? language : chooseLanguage(navigator.languages);
}

export function rememberLanguage(language: Language): void {
  write(NAMES.language, language);
}

export function rememberedTheme(): Theme {
  const theme = read(NAMES.theme);
  return isTheme(theme) ? theme : 'system';
}

export function rememberTheme(theme: Theme): void {
  write(NAMES.theme, theme);
}

/** Whether someone was signed in when the page was last open: a hint, not a proof. */
export function rememberedSignedIn(): boolean {
  return read(NAMES.wasSignedIn) !== null;
}

export function rememberSignedIn(isSignedIn: boolean): void {
  write(NAMES.wasSignedIn, isSignedIn ? 'yes' : null);
}

/** A browser may refuse to remember anything; then the settings hold for as long as the page is open. */
function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, value: string | null): void {
  try {
    if (value === null) {
      localStorage.removeItem(name);
    } else {
      localStorage.setItem(name, value);
    }
  } catch (error) {
    console.warn('This browser does not remember settings', error);
  }
}
