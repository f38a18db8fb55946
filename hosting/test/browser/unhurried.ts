import type { Page } from '@playwright/test';

/** How much longer the page may look at a photo than for a person who waits. */
const FACTOR = 20;
/** The shortest time that counts as a limit, in milliseconds: shorter ones are part of how the page works. */
const LIMIT_MS = 6000;

/**
 * Gives the page time to find a face, however busy the machine is: what it measures passes more slowly, and its limits
 * come later. To be called before the page is opened.
 */
export async function unhurried(page: Page): Promise<void> {
  await page.addInitScript(
    ({ factor, limit }) => {
      const now = performance.now.bind(performance);
      performance.now = () => now() / factor;
      const setTimer = window.setTimeout.bind(window);
      window.setTimeout = ((handler: TimerHandler, delay = 0, ...rest: unknown[]) =>
        setTimer(handler, delay >= limit ? delay * factor : delay, ...rest)) as typeof setTimeout;
    },
    { factor: FACTOR, limit: LIMIT_MS },
  );
}
