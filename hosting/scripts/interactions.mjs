// Finds out how quickly the page answers to a finger on a slow phone.

/** How much slower than this machine Lighthouse's phone is. */
const SLOWDOWN = 4;
/** After so long without a touch the page has nothing to do but its own work. */
const SETTLED_MS = 300;
/** How long something may take to be seen. */
const TIMEOUT_MS = 60_000;

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
  await comeIn(finger);
  await lookAround(finger);
  await hearMusic(finger);
  await context.close();
  return finger.longest;
}

/** @param {Finger} finger */
async function comeIn(finger) {
  await finger.await('[data-testid=try-anonymous]:enabled');
  await finger.page.waitForTimeout(1500);
  await finger.tap('sign-in');
  await finger.tap('email');
  await finger.type('maria@example.com');
  await finger.touch('show password', 'password-field button');
  await finger.choose('theme', 'd');
  await finger.tap('try-anonymous');
  await finger.await('[data-page=home]');
}

/** @param {Finger} finger */
async function lookAround(finger) {
  // The other pages are fetched meanwhile.
  await finger.page.waitForTimeout(1500);
  for (const name of ['history', 'insights', 'saved', 'profile', 'home']) {
    await finger.tap(`nav-${name}`);
    await finger.await(`[data-page=${name}]`);
  }
  await finger.tap('goal-lift');
  await finger.tap('privacy-notice');
  await finger.tap('consent-decline');
}

/** @param {Finger} finger */
async function hearMusic(finger) {
  await finger.touch('moods', '[data-testid=mood-manual] summary');
  await finger.tap('mood-pick-happy');
  await finger.await('[data-testid=track]');
  await finger.tap('goal-calm');
  await finger.await('[data-testid=track]');
  await finger.page.waitForTimeout(3000);
  await finger.tap('track-play');
  await finger.await('[data-testid=player-title]');
  await finger.tap('player-play');
  await finger.tap('like');
  await finger.tap('player-next');
}

/**
 * Touches the page, and finds out how long that took. It asks for elements itself: a locator of
 * Playwright's leaves listeners in the page for every touch, which the page then has to wait for.
 */
class Finger {
  /** The longest time so far, in milliseconds. */
  longest = 0;

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Waits until there is something to be seen.
   *
   * @param {string} selector
   */
  async await(selector) {
    const end = Date.now() + TIMEOUT_MS;
    while (!(await this.page.evaluate(placeOf, selector))) {
      if (Date.now() > end) {
        throw new Error(`${selector} is not to be seen`);
      }
      await this.page.waitForTimeout(100);
    }
  }

  /** @param {string} id */
  async tap(id) {
    await this.touch(id, `[data-testid=${id}]`);
  }

  /**
   * @param {string} what
   * @param {string} selector
   */
  async touch(what, selector) {
    await this.await(selector);
    await this.page.waitForTimeout(SETTLED_MS);
    const place = await this.page.evaluate(placeOf, selector);
    if (!place) {
      throw new Error(`${what} is gone`);
    }
    const { touchscreen } = this.page;
    await this.measure(what, () => touchscreen.tap(place.x, place.y));
  }

  /** @param {string} text */
  async type(text) {
    await this.measure('typing', () => this.page.keyboard.type(text, { delay: 30 }));
  }

  /**
   * Chooses by keyboard.
   *
   * @param {string} id of a list
   * @param {string} key
   */
  async choose(id, key) {
    await this.page.evaluate((list) => {
      const element = document.querySelector(list);
      /** @type {HTMLElement | null} */ (element)?.focus();
    }, `[data-testid=${id}]`);
    await this.measure(id, () => this.page.keyboard.press(key));
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

/**
 * Runs in the page: brings the first such element into the window, and returns its middle.
 *
 * @param {string} selector
 */
function placeOf(selector) {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = element?.getBoundingClientRect();
  return box?.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : undefined;
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
