import { expect, test, type Page } from './test';
import { MoodifyPage } from './moodify-page';
import { astronaut } from './photos';

// As most people see it, with all that moves.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** Lighthouse's slow 4G: 150 ms to anywhere, some 200 KB a second. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 204_800,
  uploadThroughput: 92_160,
};
/** What may move of the window's area, as https://web.dev/articles/cls counts. */
const MAX_SHIFT = 0.02;

/** Adds up what has moved since the page was opened, but for what the person's own input moved. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const store = window as unknown as { shifted: number };
    store.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & LayoutShift)[]) {
        store.shifted += entry.hadRecentInput ? 0 : entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifted: number }).shifted);
}

interface LayoutShift {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

test.describe('while it comes over a slow network, nothing moves', () => {
  for (const name of ['home', 'history', 'insights', 'saved', 'profile'] as const) {
    test(`on the page ${name}`, async ({ context, page }) => {
      const shifted = await watchShifts(page);
      const network = await context.newCDPSession(page);
      await network.send('Network.emulateNetworkConditions', SLOW_4G);
      await new MoodifyPage(page).comeIn(name === 'home' ? '/' : `/${name}`);
      await expect(page.locator(`[data-page=${name}]`)).toBeVisible();
      await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
      await page.waitForTimeout(1500);
      expect(await shifted()).toBeLessThanOrEqual(MAX_SHIFT);
    });
  }

  test('that is shown below the list of entries', async ({ page }) => {
    let answer!: () => void;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(/Listen\/channel/, async (route) => {
      await answered;
      await route.continue();
    });
    await new MoodifyPage(page).comeIn('/', { isAnswered: false });
    await expect(page.getByRole('heading', { name: 'Recent entries' })).toBeVisible();
    await expect(page.getByTestId('privacy-notice')).toBeHidden();
    answer();
    await expect(page.getByTestId('privacy-notice')).toBeVisible();
  });

  test('when an agreement takes long to be written', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const shifted = await watchShifts(page);
    await moodify.comeIn('/', { agrees: false });
    const before = await shifted();
    await page.route(/Write\/channel/, async (route) => {
      // Longer than a shift counts as an answer to the click.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await moodify.give(astronaut);
    await page.getByTestId('consent-accept').click();
    await expect(moodify.tracks.first()).toBeVisible();
    expect((await shifted()) - before).toBeLessThanOrEqual(MAX_SHIFT);
  });

  test('when a photo comes, and what is found in it', async ({ context, page }) => {
    const moodify = new MoodifyPage(page);
    const shifted = await watchShifts(page);
    await moodify.comeIn('/', { agrees: false });
    const before = await shifted();
    const network = await context.newCDPSession(page);
    await network.send('Network.emulateNetworkConditions', SLOW_4G);
    await moodify.give(astronaut);
    await page.getByTestId('consent-accept').click();
    await expect(moodify.tracks.first()).toBeVisible();
    expect((await shifted()) - before).toBeLessThanOrEqual(MAX_SHIFT);
  });
});
