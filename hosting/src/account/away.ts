/** Set while the person is away at Google, so that only then the page asks how it went. */
const AWAY = 'moodify.google';

/** Whether the page was left for Google and has just come back. */
export function isBackFromGoogle(): boolean {
  return sessionStorage.getItem(AWAY) !== null;
}

/** Remembers, for as long as this window is open, whether the person is away at Google. */
export function rememberAway(isAway: boolean): void {
  if (isAway) {
    sessionStorage.setItem(AWAY, 'yes');
  } else {
    sessionStorage.removeItem(AWAY);
  }
}
