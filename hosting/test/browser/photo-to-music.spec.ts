import { expect, test, type Locator } from './test';
import { MoodifyPage, TRACKS } from './moodify-page';
import { animatedGif, astronaut, large, sideways, threeFaces } from './photos';

// As most people see it, with all that moves.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test.describe('a photo', () => {
  test('of a smiling face gives an expression, how sure it is, and fifteen tracks with their reasons', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(astronaut);
    await expect(moodify.emotion).toContainText('happy');
    await expect(page.getByText('You look', { exact: true })).toBeVisible();
    await expect(moodify.confidence).toContainText(/^\s*\d{1,3}% sure/);
    await page.getByTestId('mood-scores').locator('summary').click();
    await expect(page.locator('.score-bars dt')).toHaveCount(7);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    const first = moodify.tracks.first();
    await expect(first.getByTestId('track-title')).not.toBeEmpty();
    await expect(first.getByTestId('track-source')).not.toBeEmpty();
    await expect(page.locator('.reasons').getByRole('listitem').first()).not.toBeEmpty();
    await expect(moodify.status).toHaveText('You look happy. Your music is ready.');
    await expect(moodify.error).toHaveCount(0);
    await moodify.signOut();
    await expect(moodify.emotion).toHaveCount(0);
  });

  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
    [390, 844],
  ] as const) {
    test(`has its expression and first tracks in sight at ${width} x ${height}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      const moodify = new MoodifyPage(page);
      await moodify.enterAsGuest();
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
      await moodify.give(astronaut);
      await expect(moodify.tracks).toHaveCount(TRACKS);
      await expect(page.locator('.player-bar')).toBeVisible();
      const inSight = async (place: Locator) => {
        const [box, bar] = [
          await place.boundingBox(),
          await page.locator('.player-bar').boundingBox(),
        ];
        return box !== null && bar !== null && box.y >= 0 && box.y + box.height <= bar.y;
      };
      await expect.poll(() => inSight(moodify.emotion)).toBe(true);
      await expect.poll(() => inSight(moodify.tracks.nth(1))).toBe(true);
    });
  }

  test('can be dropped on the page or pasted', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    for (const way of ['drop', 'paste'] as const) {
      await page.evaluate(
        ({ way, base64 }) => {
          // Not fetched as a data address: the page's Content-Security-Policy forbids that.
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([bytes], 'face.jpg', { type: 'image/jpeg' }));
          const event =
            way === 'drop'
              ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
              : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true });
          document.body.dispatchEvent(event);
        },
        { way, base64: astronaut.buffer.toString('base64') },
      );
      await expect(moodify.history).toHaveCount(way === 'drop' ? 1 : 2);
      await expect(moodify.emotion).toContainText('happy');
    }
  });

  test('of three faces says so and goes by the largest', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(await threeFaces(page));
    await expect(page.getByText('We found 3 faces and read the largest.')).toBeVisible();
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.tracks).toHaveCount(TRACKS);
  });

  test('that lies on its side by its EXIF entry is read upright', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(await sideways(page));
    await expect(moodify.emotion).toContainText('happy');
  });

  test('of 20 megapixels is made small before it is uploaded', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(await large(page));
    await expect(page.getByAltText('Your photo')).toHaveAttribute('width', '1280');
    await expect(moodify.emotion).toContainText('happy');
  });

  test('that is an animated GIF is read by its first picture', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(await animatedGif(page));
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.tracks).toHaveCount(TRACKS);
  });

  test('gets other music for another goal, which is for this photo alone', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    const fitting = await moodify.tracks.allInnerTexts();
    await page.getByTestId('goal-calm').check();
    await expect(page.getByRole('heading', { name: 'Music to calm you down' })).toBeVisible();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    expect(await moodify.tracks.allInnerTexts()).not.toEqual(fitting);
    await moodify.give(astronaut);
    await expect(moodify.history).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'Music to match your mood' })).toBeVisible();
    await expect(page.getByTestId('goal-match')).toBeChecked();
  });

  test('can be chosen with the keyboard alone', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    // Asked for long before the key: Chromium opens its own dialog until the request has arrived.
    page.on('filechooser', (chooser) => void chooser.setFiles(astronaut));
    await moodify.comeIn();
    await moodify.photoInput.focus();
    await page.keyboard.press('Space');
    await expect(moodify.emotion).toContainText('happy');
  });
});
