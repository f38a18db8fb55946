import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { Fields } from '../browser/as-function';
import { withFakeCamera } from '../browser/fake-camera';
import { MoodifyPage, TRACKS } from '../browser/moodify-page';
import { ORIGINAL, pastEntries, savedPlaylist, SONG, summaryOf } from '../browser/past-entries';
import { personWithPast } from '../browser/person-with-past';
import { astronaut } from '../browser/photos';

const FOLDER = new URL('../../docs/', import.meta.url).pathname;

const SCREENS = [
  ['desktop', { viewport: { width: 1280, height: 860 } }],
  [
    'phone',
    {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 1.5,
      isMobile: true,
      hasTouch: true,
    },
  ],
] as const;

test.use({ launchOptions: withFakeCamera() });

for (const [screen, options] of SCREENS) {
  test(`the page on a ${screen}`, async ({ browser }) => {
    const context = await browser.newContext({
      ...options,
      reducedMotion: 'reduce',
      permissions: ['camera'],
    });
    const page = await context.newPage();
    const take = async (stop: string) => {
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await keep(page, `${stop}-${screen}-${theme}`);
      }
    };
    await page.goto('/');
    // Letters that come late are shown from the second visit on.
    await page.reload();
    await expect(page.getByTestId('email')).toBeVisible();
    await take('landing');

    const { moodify, write } = await personWithPast(page, 0);
    await moodify.agree();
    await page.getByTestId('banner-later').click();
    const now = new Date();
    const past = pastEntries(500, now);
    await write(Object.fromEntries(documentsOf(past, now)));
    await page.getByTestId('camera-open').click();
    await expect(page.locator('[data-testid=camera-hint][data-hint=good]')).toBeVisible();
    await take('camera');
    await page.getByTestId('camera-close').click();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await take('result');
    await moodify.goTo('history');
    await expect(page.getByTestId('history-more')).toBeVisible();
    await take('history');
    await moodify.goTo('saved');
    await expect(page.getByTestId('saved-playlist')).toHaveCount(NAMES.length);
    await take('saved');
    // The function has counted the new entry alone; here is the rest again.
    await write({ 'insights/summary': summaryOf(past, new Date()) });
    await moodify.goTo('insights');
    await expect(page.getByTestId('insights-entries')).toHaveText(/\d{3}/);
    await page.waitForLoadState('networkidle');
    await take('insights');
    await moodify.goTo('profile');
    await page.getByTestId('display-name').fill('Maria');
    await page.getByTestId('display-name').press('Enter');
    await expect(page.getByTestId('profile-name')).toHaveText('Maria');
    await take('profile');
    await context.close();
  });
}

test('the page in Hindi', async ({ browser }) => {
  const context = await browser.newContext({
    ...SCREENS[1][1],
    locale: 'hi-IN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const moodify = new MoodifyPage(page);
  await moodify.enterAsGuest();
  await page.getByTestId('banner-later').click();
  await moodify.give(astronaut);
  await expect(moodify.tracks).toHaveCount(TRACKS);
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await keep(page, 'hindi-phone-light');
  await context.close();
});

const NAMES = ['Rainy Sunday', 'शाम का संगीत', 'On the way home', 'Focus'];

/** The newest thirty are there to be seen; the rest is counted. */
function documentsOf(past: ReturnType<typeof pastEntries>, now: Date): [string, Fields][] {
  const emotions = ['sad', 'happy', 'neutral', 'fear'];
  return [
    ...past.slice(0, 30).map(({ id, fields }): [string, Fields] => [`moods/${id}`, fields]),
    ...NAMES.map((name, index): [string, Fields] => [
      `savedPlaylists/saved${index}0123456789abcdef`,
      savedPlaylist(name, new Date(now.getTime() - index * 86_400_000), {
        tracks: tracks().slice(index),
        emotion: emotions[index] ?? 'neutral',
      }),
    ]),
  ];
}

/** Eight tracks from all corners of the plane of valence and arousal, so that covers differ. */
function tracks(): Fields[] {
  return Array.from({ length: 8 }, (_, index) => ({
    ...(index % 3 === 1 ? SONG : ORIGINAL),
    id: `track-${index}`,
    affect: { valence: Math.sin(index * 2), arousal: Math.cos(index * 3) },
  }));
}

/** Keeps what the window shows as a WebP, which is a tenth of a PNG with a photo in it. */
async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // Colours that are on their way from one theme to the other are neither.
  await expect
    .poll(() =>
      page.evaluate(
        () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
      ),
    )
    .toBe(0);
  const png = await page.screenshot();
  const drawingPage = await page.context().newPage();
  const webp = await drawingPage.evaluate(
    async (source) => {
      const picture = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = Object.assign(document.createElement('canvas'), {
        width: picture.width,
        height: picture.height,
      });
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', 0.82).split(',')[1] ?? '';
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await drawingPage.close();
  writeFileSync(`${FOLDER}${name}.webp`, Buffer.from(webp, 'base64'));
}
