import { expect, test } from '@playwright/test';
import { MoodifyPage } from './moodify-page';
import {
  astronaut,
  bomb,
  emptyFile,
  heic,
  landscape,
  text,
  truncatedJpeg,
  type PhotoFile,
} from './photos';

const REFUSED: [string, PhotoFile, RegExp][] = [
  ['an empty file', emptyFile, /empty/],
  ['text named .jpg', text, /not a photo/],
  ['a JPEG that ends in the middle', truncatedJpeg, /damaged or incomplete/],
  ['a HEIC photo', heic, /HEIC.*JPEG/],
  ['a picture of 30,000 x 30,000 pixels', bomb(), /too many pixels/],
];

test.describe('the page says what is wrong', () => {
  for (const [what, photo, sentence] of REFUSED) {
    test(`with ${what}, and goes on with the next photo`, async ({ page }) => {
      const moodify = new MoodifyPage(page);
      await moodify.signUp();
      await moodify.give(photo);
      await expect(moodify.error).toHaveText(sentence);
      await expect(moodify.emotion).toHaveCount(0);
      await moodify.give(astronaut);
      await expect(moodify.emotion).toContainText('happy');
      await expect(moodify.error).toHaveCount(0);
    });
  }

  test('with a landscape: no face, which is no error', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.signUp();
    await moodify.give(await landscape(page));
    await expect(moodify.status).toHaveText('No face found in this photo.');
    await expect(page.getByText('lit from the front')).toBeVisible();
    await expect(moodify.emotion).toHaveCount(0);
    await expect(moodify.error).toHaveCount(0);
  });

  test('without a connection, and tries the same photo again with one', async ({
    context,
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    await moodify.signUp();
    await context.setOffline(true);
    await expect(page.getByTestId('offline')).toBeVisible();
    await moodify.give(astronaut);
    await expect(moodify.error).toContainText('You are offline');
    await context.setOffline(false);
    await expect(page.getByTestId('offline')).toHaveCount(0);
    await page.getByTestId('retry').click();
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.error).toHaveCount(0);
  });

  test('when the upload is refused', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.signUp();
    await page.route(/\/v0\/b\/.*\/o/, (route) =>
      route.fulfill({ status: 403, json: { error: { code: 403, message: 'Permission denied.' } } }),
    );
    await moodify.give(astronaut);
    await expect(moodify.error).toContainText('not allowed');
    await page.unroute(/\/v0\/b\/.*\/o/);
    await page.getByTestId('retry').click();
    await expect(moodify.emotion).toContainText('happy');
  });
});
