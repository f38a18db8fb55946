import { expect, test } from '@playwright/test';
import type { Fields } from '../browser/as-function';
import { TRACKS } from '../browser/moodify-page';
import { ORIGINAL, pastEntries, savedPlaylist, SONG, summaryOf } from '../browser/past-entries';
import { personWithPast } from '../browser/person-with-past';

const FOLDER = new URL('../../docs/', import.meta.url).pathname;

const SCREENS = [
  ['desktop', { viewport: { width: 1280, height: 960 } }],
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

/** Eight tracks from all corners of the plane of valence and arousal, so that covers differ. */
function tracks(): Fields[] {
  return Array.from({ length: 8 }, (_, index) => ({
    ...(index % 3 === 1 ? SONG : ORIGINAL),
    id: `track-${index}`,
    affect: { valence: Math.sin(index * 2), arousal: Math.cos(index * 3) },
  }));
}

for (const [screen, options] of SCREENS) {
  test(`history, insights and saved playlists on a ${screen}`, async ({ browser }) => {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const { moodify, write } = await personWithPast(page, 0);
    const take = async (stop: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(() => document.fonts.ready);
        // Colours that are on their way from one theme to the other are neither.
        await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
        await page.screenshot({ path: `${FOLDER}${stop}-${screen}-${colorScheme}.png` });
      }
    };
    await page.getByRole('button', { name: 'Later' }).click();
    await moodify.goTo('history');
    await expect(page.getByTestId('history-empty')).toBeVisible();
    await take('history-empty');

    const now = new Date();
    const past = pastEntries(500, now);
    const names = ['Rainy Sunday', 'शाम का संगीत', 'On the way home', 'Focus'];
    const emotions = ['sad', 'happy', 'neutral', 'fear'];
    // The newest thirty are there to be seen; the rest is counted.
    const documents: [string, Fields][] = [
      ...past.slice(0, 30).map(({ id, fields }): [string, Fields] => [`moods/${id}`, fields]),
      ...names.map((name, index): [string, Fields] => [
        `savedPlaylists/saved${index}0123456789abcdef`,
        savedPlaylist(name, new Date(now.getTime() - index * 86_400_000), {
          tracks: tracks().slice(index),
          emotion: emotions[index] ?? 'neutral',
        }),
      ]),
      ['insights/summary', summaryOf(past, now)],
    ];
    await write(Object.fromEntries(documents));
    await expect(page.getByTestId('history-more')).toBeVisible();
    await take('history');
    await moodify.history.first().click();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await take('entry');
    await moodify.goTo('insights');
    await expect(page.getByTestId('insights-entries')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await take('insights');
    await moodify.goTo('saved');
    await expect(page.getByTestId('saved-playlist')).toHaveCount(names.length);
    await page.getByTestId('saved-tracks').nth(2).click();
    await take('saved');
    await context.close();
  });
}
