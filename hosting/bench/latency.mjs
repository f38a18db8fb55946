// Measures, inside a real browser and against a running stack (MOODIFY_BASE_PORT), how long a person
// waits after the upload of a photo has ended: for the expression, and for the first track.
//
// stdout: one line, {"emotionMs": [20 numbers], "playlistMs": [20 numbers]}
// stderr: one line for each of the 200 photos that have gone the whole way
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../test/browser/chromium.js';

const WARM_UP = 3;
const MEASURED = 20;
const PHOTOS = 200;
const TIMEOUT_MS = 30_000;

const base = Number(process.env.MOODIFY_BASE_PORT ?? 5000);
const photo = {
  name: 'astronaut.jpg',
  mimeType: 'image/jpeg',
  buffer: readFileSync(new URL('../test/fixtures/astronaut.jpg', import.meta.url)),
};

const browser = await chromium.launch(chromiumOptions());
try {
  const page = await browser.newPage();
  await signUp(page);
  const waits = [];
  for (let count = 1; count <= PHOTOS; count += 1) {
    const wait = await upload(page);
    if (count > WARM_UP && count <= WARM_UP + MEASURED) {
      waits.push(wait);
    }
    console.error(`photo ${count} of ${PHOTOS}`);
  }
  const emotionMs = waits.map(({ emotion }) => emotion);
  const playlistMs = waits.map(({ playlist }) => playlist);
  console.log(JSON.stringify({ emotionMs, playlistMs }));
} finally {
  await browser.close();
}

/** @param {import("@playwright/test").Page} page */
async function signUp(page) {
  await page.goto(`http://127.0.0.1:${base}`);
  await page.getByTestId('email').fill(`bench-${Date.now()}@example.com`);
  await page.getByTestId('password').fill('correct horse 9');
  await page.getByTestId('sign-up').click();
  await page.getByTestId('photo-input').waitFor({ state: 'attached' });
  await page.getByTestId('privacy-notice').click();
  await page.getByTestId('consent-accept').click();
}

/**
 * Gives the page a photo and reads the page's own marks, in milliseconds after the upload.
 *
 * @param {import("@playwright/test").Page} page
 */
async function upload(page) {
  await page.evaluate(() => performance.clearMarks());
  await page.getByTestId('photo-input').setInputFiles(photo);
  const marks = await page.waitForFunction(
    () => {
      /** @param {string} name */
      const at = (name) => performance.getEntriesByName(name, 'mark').at(-1)?.startTime;
      const ended = at('upload-ended');
      const emotion = at('emotion-shown');
      const playlist = at('playlist-shown');
      return ended && emotion && playlist
        ? { emotion: emotion - ended, playlist: playlist - ended }
        : undefined;
    },
    undefined,
    { timeout: TIMEOUT_MS, polling: 50 },
  );
  return /** @type {{ emotion: number, playlist: number }} */ (await marks.jsonValue());
}
