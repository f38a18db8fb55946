// Finds out how quickly the page answers to a finger on a slow phone.

/** How much slower than this machine Lighthouse's phone is. */
const SLOWDOWN = 4;
/** After so long without a touch the page has nothing to do but its own work. */
const SETTLED_MS = 300;

/**
 * How long it took from a touch or a key to the next paint, in milliseconds; of that, until the page
 * heard of it, and until its own work for it was done. The rest is style, layout and painting.
 *
 * @typedef {{ total: number, waited: number, worked: number }} Interaction
 * @typedef {import('@playwright/test').Page} Page
 */

/**
 * Uses the page as a person does, and returns the longest time from a touch or a key to the next paint,
 * in milliseconds, as https://web.dev/articles/inp has it for few interactions. Says what each took.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address where the page is
 */
export async function slowestInteraction(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(watchInteractions);
  await page.goto(address);
  const finger = new Finger(page);
  await comeIn(page, finger);
  await lookAround(page, finger);
  await hearMusic(page, finger);
  await context.close();
  return finger.longest;
}

/**
 * @param {Page} page
 * @param {Finger} finger
 */
async function comeIn(page, finger) {
  await page.getByTestId('try-anonymous').and(page.locator(':enabled')).waitFor();
  await page.waitForTimeout(1500);
  await finger.tap('sign-in');
  await finger.tap('email');
  await finger.measure('typing', () => page.keyboard.type('maria@example.com', { delay: 30 }));
  await finger.touch('show password', page.getByRole('button', { name: 'Show password' }));
  await finger.measure('theme', () => page.getByTestId('theme').selectOption('dark'));
  await finger.tap('try-anonymous');
  await page.locator('[data-page=home]').waitFor();
}

/**
 * @param {Page} page
 * @param {Finger} finger
 */
async function lookAround(page, finger) {
  // The other pages are fetched meanwhile.
  await page.waitForTimeout(1500);
  for (const name of ['history', 'insights', 'saved', 'profile', 'home']) {
    await finger.tap(`nav-${name}`);
    await page.locator(`[data-page=${name}]`).waitFor();
  }
  await finger.tap('goal-lift');
  await finger.tap('privacy-notice');
  await finger.tap('consent-decline');
}

/**
 * @param {Page} page
 * @param {Finger} finger
 */
async function hearMusic(page, finger) {
  await finger.touch('moods', page.getByTestId('mood-manual').locator('summary'));
  await finger.tap('mood-pick-happy');
  await page.getByTestId('track').first().waitFor({ timeout: 60_000 });
  await finger.tap('goal-calm');
  await page.getByTestId('track').first().waitFor();
  await page.waitForTimeout(3000);
  await finger.tap('track-play');
  await page.getByTestId('player-title').first().waitFor();
  await finger.tap('player-play');
  await finger.tap('like');
  await finger.tap('player-next');
}

/** Touches the page, and finds out how long that took. */
class Finger {
  /** The longest time so far, in milliseconds. */
  longest = 0;

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {string} id */
  async tap(id) {
    await this.touch(id, this.page.getByTestId(id).first());
  }

  /**
   * A finger only touches. What a locator does beside that, on the page's own thread, is done before;
   * a tap of its own would leave listeners there.
   *
   * @param {string} what
   * @param {import('@playwright/test').Locator} target
   */
  async touch(what, target) {
    await target.scrollIntoViewIfNeeded();
    await this.page.waitForTimeout(SETTLED_MS);
    const box = await target.boundingBox();
    if (!box) {
      throw new Error(`${what} is not to be seen`);
    }
    const { touchscreen } = this.page;
    await this.measure(what, () => touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2));
  }

  /**
   * @param {string} what
   * @param {() => Promise<unknown>} act
   */
  async measure(what, act) {
    await act();
    await this.page.waitForTimeout(700);
    const took = await this.page.evaluate(() => {
      const store = /** @type {{ longest: Interaction }} */ (/** @type {unknown} */ (window));
      const { longest } = store;
      store.longest = { total: 0, waited: 0, worked: 0 };
      return longest;
    });
    const [total, waited, worked] = [took.total, took.waited, took.worked].map(inMilliseconds);
    console.error(`  ${total}  waited ${waited}, worked ${worked}  ${what}`);
    this.longest = Math.max(this.longest, took.total);
  }
}

/** Runs in the page: keeps the longest interaction since it was last asked for. */
function watchInteractions() {
  const store = /** @type {{ longest: Interaction }} */ (/** @type {unknown} */ (window));
  store.longest = { total: 0, waited: 0, worked: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId, duration, startTime, processingStart, processingEnd } =
        /** @type {PerformanceEventTiming & { interactionId: number }} */ (entry);
      if (interactionId && duration > store.longest.total) {
        store.longest = {
          total: duration,
          waited: processingStart - startTime,
          worked: processingEnd - processingStart,
        };
      }
    }
    // The observer's own types do not know this option yet.
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
}

/** @param {number} milliseconds */
function inMilliseconds(milliseconds) {
  return `${Math.round(milliseconds)} ms`.padStart(7);
}
