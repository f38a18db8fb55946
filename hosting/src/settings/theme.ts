/** Light, dark, or as the system is set. */
export type Theme = 'system' | 'light' | 'dark';

export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Returns whether a word from elsewhere names a theme. */
export function isTheme(word: unknown): word is Theme {
  return THEMES.some((theme) => theme === word);
}

/** Shows the page in a theme, and the browser around it; tokens.css has the colours of each. */
export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]').forEach((meta, index) => {
    const own = index === 0 ? 'light' : 'dark';
    const chosen = own === theme ? 'all' : 'not all';
    meta.media = theme === 'system' ? `(prefers-color-scheme: ${own})` : chosen;
  });
}
