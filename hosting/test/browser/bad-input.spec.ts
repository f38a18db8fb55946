import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './test';
import { MoodifyPage, TRACKS } from './moodify-page';
import {
  astronaut,
  avif,
  bomb,
  emptyFile,
  heic,
  jpegXl,
  landscape,
  onePixel,
  pdf,
  text,
  textOfCars,
  truncatedJpeg,
  video,
  type PhotoFile,
} from './photos';

const REFUSED: [string, PhotoFile, RegExp][] = [
  ['an empty file', emptyFile, /empty/],
  ['text named .jpg', text, /isn’t a photo/],
  ['a JPEG that ends in the middle', truncatedJpeg, /damaged or incomplete/],
  ['a HEIC photo', heic, /HEIC.*JPEG/],
  ['an AVIF image that cannot be decoded', avif, /AVIF.*JPEG/],
  ['a JPEG XL image that cannot be decoded', jpegXl, /JPEG XL.*JPEG/],
  ['a PDF', pdf, /This is a PDF/],
  ['a text that begins as a bitmap does', textOfCars, /isn’t a photo/],
  ['a video', video, /This is a video/],
  ['a picture of 30,000 x 30,000 pixels', bomb(), /too many pixels/],
];

test.describe('the page says what is wrong', () => {
  test('with each kind of file that is refused, and goes on with the next photo', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    for (const [what, photo, sentence] of REFUSED) {
      await test.step(what, async () => {
        await moodify.give(photo);
        await expect(moodify.error).toHaveText(sentence);
        await expect(moodify.emotion).toHaveCount(0);
        await moodify.give(astronaut);
        await expect(moodify.emotion).toContainText('happy');
        await expect(moodify.error).toHaveCount(0);
      });
    }
  });

  test('with a landscape: no face, which is no error', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(await landscape(page));
    await expect(moodify.status).toHaveText('No face found in this photo.');
    await expect(page.getByText('lit from the front')).toBeVisible();
    await expect(moodify.emotion).toHaveCount(0);
    await expect(moodify.error).toHaveCount(0);
  });

  test('with a photo of a single pixel: no face in it either', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(await onePixel(page));
    await expect(moodify.status).toHaveText('No face found in this photo.');
    await moodify.give(astronaut);
    await expect(moodify.emotion).toContainText('happy');
  });

  test('with a photo of 200 MB, without reading all of it', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await page.evaluate((base64) => {
      const head = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const rest = new Uint8Array(20 * 1024 * 1024);
      const parts = [head, ...new Array<Uint8Array>(10).fill(rest)] as BlobPart[];
      const transfer = new DataTransfer();
      transfer.items.add(new File(parts, 'huge.jpg', { type: 'image/jpeg' }));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    }, astronaut.buffer.toString('base64'));
    await expect(moodify.error).toContainText('larger than 50 MB');
    await moodify.give(astronaut);
    await expect(moodify.emotion).toContainText('happy');
  });

  test('with ten files at once: it takes the first photo and says so', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await page.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File(['Dear diary'], 'diary.txt', { type: 'text/plain' }));
      for (let index = 0; index < 9; index += 1) {
        transfer.items.add(new File([bytes], `${index}.jpg`, { type: 'image/jpeg' }));
      }
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    }, astronaut.buffer.toString('base64'));
    await expect(page.getByTestId('photo-note')).toContainText('took the first of 10');
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expect(moodify.history).toHaveCount(1);
  });

  test('with a folder', async ({ context, page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    const folder = mkdtempSync(join(tmpdir(), 'holidays-'));
    writeFileSync(join(folder, 'face.jpg'), astronaut.buffer);
    // What a person drags from their desktop, which no script in the page could make.
    const hand = await context.newCDPSession(page);
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await hand.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    }
    await expect(moodify.error).toHaveText('This is a folder. Open it and choose one photo.');
    await moodify.give(astronaut);
    await expect(moodify.emotion).toContainText('happy');
  });

  test('with a file whose name is a script, which stays a name', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give({ ...astronaut, name: '<img src=x onerror="document.title=1">.jpg' });
    await expect(moodify.emotion).toContainText('happy');
    await expect(page).toHaveTitle(/Moodify/);
  });

  test('when the upload is refused', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await page.route(/\/v0\/b\/.*\/o/, (route) =>
      route.fulfill({ status: 403, json: { error: { code: 403, message: 'Permission denied.' } } }),
    );
    await moodify.give(astronaut);
    await expect(moodify.error).toContainText('isn’t allowed');
    await page.unroute(/\/v0\/b\/.*\/o/);
    await page.getByTestId('retry').click();
    await expect(moodify.emotion).toContainText('happy');
  });
});
