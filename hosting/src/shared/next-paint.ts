/** A window that nobody sees paints nothing; then this is long enough, in milliseconds. */
const UNSEEN_MS = 60;

/**
 * Resolves once the browser has painted what has changed so far, so that a person sees that their tap
 * was taken before the work for it begins.
 */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, UNSEEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
