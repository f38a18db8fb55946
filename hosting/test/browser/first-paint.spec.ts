import { expect, test } from './test';

/** What the browser took for the largest thing on the screen, one after the other, with their times. */
interface Paints {
  readonly first: number;
  readonly largest: readonly { readonly at: number; readonly what: string }[];
}

declare global {
  interface Window {
    largest: { at: number; what: string }[];
  }
}

test.use({ viewport: { width: 412, height: 823 } });

test('what is largest for a newcomer is painted first, and nothing larger comes later', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.largest = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LargestContentfulPaint[]) {
        window.largest.push({ at: entry.startTime, what: entry.element?.nodeName ?? 'gone' });
      }
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto('/');
  await expect(page.getByTestId('try-anonymous')).toBeEnabled();
  // The picture and the fonts have come, too.
  await page.waitForLoadState('networkidle');

  const { first, largest } = await page.evaluate<Paints>(() => ({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1,
    largest: window.largest,
  }));

  expect(largest).toEqual([{ at: first, what: 'H1' }]);
});

test('the script and Firebase are not waited for before something is painted', async ({ page }) => {
  await page.route(/\/assets\/.*\.js$/, () => undefined);
  await page.goto('/', { waitUntil: 'commit' });

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /try it/i })).toBeDisabled();
});

test('a window that nobody sees starts without a paint', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { value: true });
    PerformanceObserver.prototype.observe = () => undefined;
    // Nor does what ends the waiting for a paint of a window that is seen.
    const set = window.setTimeout.bind(window);
    window.setTimeout = ((run: TimerHandler, ms?: number, ...rest: unknown[]) =>
      ms === 3000 ? 0 : set(run, ms, ...rest)) as typeof window.setTimeout;
  });
  await page.goto('/');

  await expect(page.getByTestId('try-anonymous')).toBeEnabled();
});
