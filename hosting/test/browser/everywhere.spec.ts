import { expect, test } from './test';
import { MoodifyPage, TRACKS } from './moodify-page';
import { astronaut } from './photos';
import { strictSite } from './strict-site';

test.describe('the page', () => {
  // As a person has it; that it is blocked elsewhere is a complaint of its own.
  test.use({ serviceWorkers: 'allow' });

  test('goes all the way under a strict Content-Security-Policy, without a complaint', async ({
    complaints,
    page,
  }) => {
    const site = await strictSite();
    const moodify = new MoodifyPage(page);
    await moodify.signUp(site.address);
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await moodify.signOut();
    expect(complaints.all).toEqual([]);
    site.close();
  });

  for (const width of [320, 768, 1920]) {
    test(`fits into ${width} pixels`, async ({ page }) => {
      const overflow = () =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
      await page.setViewportSize({ width, height: 640 });
      const moodify = new MoodifyPage(page);
      await moodify.open();
      expect(await overflow()).toBe(0);
      await moodify.comeIn();
      expect(await overflow()).toBe(0);
      await moodify.give(astronaut);
      await expect(moodify.tracks).toHaveCount(TRACKS);
      expect(await overflow()).toBe(0);
    });
  }

  test('shows an unknown path as its start', async ({ page }) => {
    await new MoodifyPage(page).open('/some/other/path');
  });
});
