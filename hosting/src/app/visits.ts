import { connection } from '../shared/connection';

/** Who was away for less than this has not missed anything, in milliseconds. */
const SHORT_ABSENCE_MS = 10_000;

/** Calls back when the person returns to the page from elsewhere. Returns what ends it. */
export function watchVisits(onReturn: () => void): () => void {
  let leftAt = 0;
  const watch = () => {
    if (document.visibilityState === 'hidden') {
      leftAt = Date.now();
    } else if (connection.isOnline && Date.now() - leftAt > SHORT_ABSENCE_MS) {
      onReturn();
    }
  };
  document.addEventListener('visibilitychange', watch);
  return () => {
    document.removeEventListener('visibilitychange', watch);
  };
}
