import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from './test';
import { documentsIn, writeAsFunction } from './as-function';
import { expectAccessible } from './axe';
import { MoodifyPage, TRACKS } from './moodify-page';
import { astronaut, backlit, blurred, dark, farAway, icon, landscape } from './photos';
import { unhurried } from './unhurried';

test.describe('before a photo is sent', () => {
  for (const [what, make, title] of [
    ['dark', dark, 'This photo is quite dark'],
    ['lit from behind', backlit, 'The light comes from behind'],
    ['of a face that is very small', farAway, 'The face is very small'],
    ['of a face that is blurred', blurred, 'The face is blurred'],
  ] as const) {
    test(`one that is ${what} is shown with an advice, and sent only if one insists`, async ({
      page,
    }) => {
      const moodify = new MoodifyPage(page);
      await unhurried(page);
      await moodify.comeIn();
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/v0/b/')) {
          sent.push(request.url());
        }
      });
      await moodify.give(await make(page));
      const advice = page.getByTestId('advice');
      await expect(advice.getByRole('heading')).toHaveText(title);
      await expect(advice).toContainText('Nothing has been sent yet.');
      await expect(advice.getByRole('heading')).toBeFocused();
      await expect(page.getByAltText('Your photo')).toBeVisible();
      expect(sent).toEqual([]);
      await expectAccessible(page, `a photo that is ${what}`);
      await page.getByTestId('advice-other').click();
      await expect(moodify.status).toHaveText('Ready when you are.');
      await moodify.give(await make(page));
      await page.getByTestId('advice-proceed').click();
      await expect(moodify.status).toHaveAttribute('data-status', /ready|unsure|no_face/);
    });
  }

  test('a good one is sent without a question, as is one without a face', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(astronaut);
    await expect(moodify.emotion).toContainText('happy');
    await moodify.give(await landscape(page));
    await expect(moodify.status).toHaveText('No face found in this photo.');
  });

  for (const sample of [
    'hosting/src/landing/astronaut.webp',
    'libs/vision/src/test/resources/photos/grace_hopper.jpg',
    'libs/vision/src/test/resources/photos/progressive.jpg',
  ]) {
    test(`so is every clear one: ${basename(sample)}`, async ({ page }) => {
      const moodify = new MoodifyPage(page);
      await unhurried(page);
      await moodify.comeIn();
      await moodify.give({
        name: basename(sample),
        mimeType: 'image/jpeg',
        buffer: readFileSync(new URL(`../../../${sample}`, import.meta.url)),
      });
      await expect(moodify.status).toHaveAttribute('data-status', /ready|unsure/);
    });
  }

  test('what only the browser can decode, such as an icon, becomes JPEG', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await unhurried(page);
    await moodify.comeIn();
    await moodify.give(await icon(page));
    // The function refuses icons: what it has read is the JPEG.
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.error).toHaveCount(0);
  });

  test('HEIC becomes JPEG where the browser can decode it', async ({ page }) => {
    // Chromium cannot; Safari can. Here the photo of the fixtures is what the decoder gives.
    await page.addInitScript((base64) => {
      const decode = window.createImageBitmap.bind(window);
      window.createImageBitmap = async (source: ImageBitmapSource) => {
        const isHeic =
          source instanceof Blob && (await source.slice(8, 12).text()).startsWith('heic');
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        return decode(isHeic ? new Blob([bytes], { type: 'image/jpeg' }) : source);
      };
    }, astronaut.buffer.toString('base64'));
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give({
      name: 'IMG_0001.HEIC',
      mimeType: 'image/heic',
      buffer: Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1'), Buffer.alloc(64)]),
    });
    // The function refuses HEIC: what it has read is the JPEG.
    await expect(moodify.emotion).toContainText('happy');
    await expect(page.getByAltText('Your photo')).toHaveAttribute('width', '512');
    await expect(moodify.error).toHaveCount(0);
  });
});

test.describe('a mood', () => {
  test('is picked by hand without any photo, and gets its music', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn('/', { agrees: false });
    await page.getByTestId('mood-manual').locator('summary').click();
    await expect(
      page.getByRole('group', { name: 'How do you feel?' }).getByRole('button'),
    ).toHaveText([/happy/, /neutral/, /sad/, /surprised/, /angry/, /fearful/, /disgusted/]);
    await page.getByTestId('goal-lift').check({ force: true });
    await page.getByTestId('mood-pick-sad').click();
    await expect(page.getByText('You picked', { exact: true })).toBeVisible();
    await expect(moodify.emotion).toContainText('sad');
    await expect(page.getByRole('heading', { name: 'Music to lift you up' })).toBeVisible();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expect(moodify.status).toHaveText('You picked sad. Your music is ready.');
    await expect(moodify.history.first()).toContainText('sad');
    await expect(moodify.confidence).toHaveCount(0);
  });

  test('is picked with the keyboard alone', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await page.getByTestId('mood-manual').locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('mood-pick-happy')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(moodify.emotion).toContainText('happy');
  });

  test('that is picked by hand has no steps of a photo', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await page.evaluate(() => {
      const seen = new Set<string>();
      Object.assign(window, { seen });
      new MutationObserver(() => {
        document.querySelectorAll<HTMLElement>('[data-step]').forEach(({ dataset: { step } }) => {
          seen.add(step ?? '');
        });
      }).observe(document.body, { subtree: true, childList: true });
    });
    await page.getByTestId('mood-manual').locator('summary').click();
    await page.getByTestId('mood-pick-happy').click();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    const seen = () => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
    expect(await seen()).toEqual(['choosing']);
  });

  test('can be picked where no face was found', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(await landscape(page));
    await expect(page.getByTestId('no-face')).toBeVisible();
    await expectAccessible(page, 'no face, and moods to pick');
    await page.getByTestId('mood-pick-happy').click();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expect(page.getByTestId('no-face')).toHaveCount(0);
  });

  test('that was read can be corrected to any of the seven', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await page.getByTestId('mood-others').locator('summary').click();
    await expect(page.getByTestId('correct-happy')).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(page, 'what else it could be');
    await page.getByTestId('correct-surprise').click();
    await expect(page.getByText('You changed this to', { exact: true })).toBeVisible();
    await expect(moodify.emotion).toContainText('surprised');
    await expect(moodify.confidence).toHaveCount(0);
    await expect(moodify.status).toHaveText('You changed this to surprised. Your music is ready.');
  });

  test('is read with a clock that is wrong by a day, in either direction', async ({ page }) => {
    for (const days of [1, -1]) {
      await page.clock.setSystemTime(Date.now() + days * 24 * 60 * 60 * 1000);
      const moodify = new MoodifyPage(page);
      await moodify.comeIn();
      await moodify.give(astronaut);
      await expect(moodify.tracks).toHaveCount(TRACKS);
      // The entry bears the time of the server.
      const time = await moodify.history.first().locator('time').getAttribute('datetime');
      expect(Math.abs(Date.parse(time ?? '') - Date.now())).toBeLessThan(10 * 60 * 1000);
      await moodify.signOut();
    }
  });
});

test.describe('the goal', () => {
  test('is remembered if one says so: after a reload, and on another device', async ({
    browser,
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.comeIn();
    await page.getByTestId('goal-lift').check({ force: true });
    await page.getByTestId('goal-default').click();
    await expect(page.getByTestId('goal-default')).toHaveCount(0);
    await page.reload();
    await expect(page.getByTestId('goal-lift')).toBeChecked();
    const device = await browser.newContext();
    const other = new MoodifyPage(await device.newPage());
    await other.open(page.url());
    await other.fill(person);
    await other.page.getByTestId('sign-in').click();
    await expect(other.page.getByTestId('goal-lift')).toBeChecked();
    await device.close();
  });
});

test.describe('in Hindi', () => {
  test.use({ locale: 'hi-IN' });

  test('a mood is picked, a photo refused and an advice given', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.open();
    await moodify.fill({ email: `hi-${Date.now()}@example.com`, password: 'correct horse 9' });
    await page.getByTestId('sign-up').click();
    await expect(moodify.status).toHaveText('जब आप चाहें, शुरू करें।');
    await moodify.agree();
    await moodify.give({
      name: 'film.mp4',
      mimeType: 'video/mp4',
      buffer: Buffer.from('\0\0\0\x18ftypisom'),
    });
    await expect(moodify.error).toContainText('यह वीडियो है');
    await moodify.give(await dark(page));
    await expect(page.getByTestId('advice')).toContainText('यह फ़ोटो काफ़ी अँधेरी है');
    await page.getByTestId('advice-proceed').click();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expect(page.getByText('आपका चेहरा लग रहा है', { exact: true })).toBeVisible();
  });
});

test.describe('a photo that nothing was read from', () => {
  test('is no entry, and is gone once it is left', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const { uid } = await moodify.comeIn();
    await moodify.give(await landscape(page));
    await expect(page.getByTestId('no-face')).toBeVisible();
    expect(await documentsIn(`users/${uid}/moods`)).toHaveLength(1);
    await expect(page.getByText('This is not put into your history.')).toBeVisible();
    await expect(moodify.history).toHaveCount(0);
    await moodify.goTo('history');
    await expect(page.getByTestId('history-empty')).toBeVisible();
    await moodify.goTo('home');
    await moodify.give(astronaut);
    await expect(moodify.history).toHaveCount(1);
    await expect(moodify.history).toContainText('happy');
    await expect.poll(() => documentsIn(`users/${uid}/moods`)).toHaveLength(1);
  });

  test('is an entry once the person keeps it', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const { uid } = await moodify.comeIn();
    await moodify.give(await landscape(page));
    await page.getByTestId('keep-entry').click();
    await expect(page.getByTestId('keep-entry')).toHaveCount(0);
    await expect(moodify.history).toContainText('no face');
    await moodify.give(astronaut);
    await expect(moodify.history).toHaveCount(2);
    await moodify.goTo('history');
    await expect(moodify.history).toHaveCount(2);
    await page.getByRole('link', { name: /No face/i }).click();
    await expect(page.locator('.entry-unread')).toContainText('lit from the front');
    expect(await documentsIn(`users/${uid}/moods`)).toHaveLength(2);
  });
});

test('home says that photos are kept, where they are', async ({ page }) => {
  const moodify = new MoodifyPage(page);
  const { uid } = await moodify.comeIn();
  await expect(page.locator('.privacy')).toContainText('read once and deleted');
  await writeAsFunction(`users/${uid}`, { keepPhotos: true });
  await expect(page.locator('.privacy')).toContainText('kept in your history');
});
