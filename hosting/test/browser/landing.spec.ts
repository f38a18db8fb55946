import { expectAccessible } from './axe';
import { MoodifyPage } from './moodify-page';
import { expect, test, type Page } from './test';

declare global {
  interface Window {
    speakers: HTMLAudioElement[];
  }
}

/** Has the page keep what it plays with, which is nowhere in its document. */
async function watchSpeakers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.speakers = [];
    const Original = window.Audio;
    window.Audio = class extends Original {
      constructor(src?: string) {
        super(src);
        window.speakers.push(this);
      }
    };
  });
}

/** How far the pieces are that are heard now. */
const heard = (page: Page) =>
  page.evaluate(() =>
    window.speakers.filter(({ paused }) => !paused).map(({ currentTime }) => currentTime),
  );

test.describe('a piece on the landing page', () => {
  test('is heard before there is any account, is paused, and stops with signing in', async ({
    complaints,
    page,
    baseURL,
  }) => {
    await watchSpeakers(page);
    const moodify = new MoodifyPage(page);
    await moodify.open();
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const button = page.getByTestId('landing-listen');
    await expect(button).toHaveText('Hear this piece');
    expect(await heard(page)).toEqual([]);

    await button.click();
    await expect(button).toHaveText('Pause', { timeout: 30_000 });
    await expect.poll(async () => (await heard(page))[0]).toBeGreaterThan(0.5);
    // The composer is the page's own, and came with the press.
    expect(asked.length).toBeGreaterThan(0);
    expect(
      asked.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(baseURL ?? '')),
    ).toEqual([]);

    await button.click();
    await expect(button).toHaveText('Hear this piece');
    expect(await heard(page)).toEqual([]);
    await button.click();
    await expect(button).toHaveText('Pause');

    await page.getByTestId('try-anonymous').click();
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', 'home');
    expect(await heard(page)).toEqual([]);
    expect(complaints.all).toEqual([]);
  });

  test('that cannot be fetched is said, and can be tried again', async ({ page }) => {
    await watchSpeakers(page);
    await new MoodifyPage(page).open();
    await page.waitForLoadState('networkidle');
    await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
    await page.getByTestId('landing-listen').click();
    await expect(page.getByTestId('notice')).toContainText('can’t be played');
    await expect(page.getByTestId('landing-listen')).toHaveText('Hear this piece');
  });
});

test.describe('how it works', () => {
  test('is shown in half a minute, step by step, with the keyboard alone', async ({ page }) => {
    await page.clock.install();
    await new MoodifyPage(page).open();
    const current = page.locator('landing-tour [aria-current=step]');
    await page.getByTestId('tour-run').focus();
    await page.keyboard.press('Enter');
    for (const step of ['photo', 'read', 'goal', 'music']) {
      await expect(current).toHaveAttribute('data-testid', `tour-${step}`);
      await expect(page.locator('.tour-stage')).toHaveAttribute('data-step', step);
      await expect(page.getByTestId('announcer')).not.toBeEmpty();
      await expect(page.getByTestId('tour-run')).toHaveText('Stop');
      await page.clock.runFor(7500);
    }
    await expect(page.getByTestId('tour-run')).toHaveText('Show me (30 seconds)');

    await page.getByTestId('tour-read').focus();
    await page.keyboard.press('Space');
    await expect(current).toHaveAttribute('data-testid', 'tour-read');
    await page.clock.runFor(60_000);
    await expect(current).toHaveAttribute('data-testid', 'tour-read');
  });

  test('moves nothing by itself, and nothing at all where motion is to be reduced', async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await new MoodifyPage(page).open();
    const moving = () =>
      page.evaluate(
        () =>
          document
            .getAnimations()
            .filter(
              ({ playState, effect }) =>
                playState === 'running' && Number(effect?.getComputedTiming().activeDuration) > 100,
            ).length,
      );
    expect(await moving()).toBe(0);
    await page.getByTestId('tour-run').click();
    await expect(page.getByTestId('tour-run')).toHaveText('Stop');
    expect(await moving()).toBe(0);
  });
});

test.describe('the landing page', () => {
  test('offers its languages in their own words, at its head', async ({ page }) => {
    await new MoodifyPage(page).open();
    const hindi = page.getByRole('banner').getByRole('button', { name: 'हिन्दी' });
    await expect(hindi).toBeInViewport();
    await hindi.click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
    await expect(hindi).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('banner').getByRole('button', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`moves none of its buttons when the form has something to say, at ${width} pixels`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await new MoodifyPage(page).open();
      await page.getByTestId('sign-in').scrollIntoViewIfNeeded();
      const places = () =>
        page.evaluate(() =>
          ['try-anonymous', 'sign-in', 'sign-up', 'landing-listen'].map((id) => {
            const { x, y } = document
              .querySelector(`[data-testid=${id}]`)
              ?.getBoundingClientRect() ?? { x: NaN, y: NaN };
            return [Math.round(x), Math.round(y + window.scrollY)];
          }),
        );
      const before = await places();
      await page.getByTestId('sign-in').click();
      await expect(page.getByTestId('error')).toBeVisible();
      const after = await places();
      // What comes after the form on a narrow page makes room for it.
      expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
      if (width > 1000) {
        expect(after).toEqual(before);
      }
    });
  }

  test('fits a narrow screen in both languages, and forced colours show what is chosen', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await new MoodifyPage(page).open();
    for (const language of ['en', 'hi']) {
      await page.getByTestId(`language-${language}`).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(overflow, language).toBe(0);
      await expectAccessible(page, `landing at 320 pixels, ${language}`);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    const colours = (id: string) =>
      page.getByTestId(id).evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(await colours('language-hi')).not.toBe(await colours('language-en'));
  });
});
