// Takes the pictures of the main page's states for docs/, against a running stack (MOODIFY_BASE_PORT):
// start, moods to pick, camera, advice before the upload, upload, no face; on a desk and on a phone,
// light and dark.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../test/browser/chromium.js';

const base = Number(process.env.MOODIFY_BASE_PORT ?? 5000);
const folder = new URL('../docs/', import.meta.url).pathname;
const jpeg = readFileSync(new URL('../test/fixtures/astronaut.jpg', import.meta.url));

const SCREENS = [
  { screen: 'desktop', viewport: { width: 1280, height: 860 } },
  {
    screen: 'phone',
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 1.5,
    isMobile: true,
    hasTouch: true,
  },
];
/** @type {('light' | 'dark')[]} */
const THEMES = ['light', 'dark'];

// A film that is nothing but one JPEG after the other: what Chromium's fake camera shows.
const film = join(mkdtempSync(join(tmpdir(), 'moodify-camera-')), 'face.mjpeg');
writeFileSync(film, Buffer.concat(new Array(30).fill(jpeg)));
const options = chromiumOptions();
const browser = await chromium.launch({
  ...options,
  args: [
    ...(options.args ?? []),
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ],
});
try {
  for (const { screen, ...settings } of SCREENS) {
    for (const colorScheme of THEMES) {
      const context = await browser.newContext({
        ...settings,
        colorScheme,
        reducedMotion: 'reduce',
        permissions: ['camera'],
      });
      await tour(await context.newPage(), `${screen}-${colorScheme}`);
      await context.close();
    }
  }
} finally {
  await browser.close();
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
async function tour(page, name) {
  /** @param {string} id */
  const at = (id) => page.getByTestId(id);
  /** @param {string} stop */
  const take = async (stop) => {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${folder}${stop}-${name}.png` });
    console.error(`docs/${stop}-${name}.png`);
  };
  /** @param {Buffer} buffer */
  const give = (buffer) =>
    at('photo-input').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await page.goto(`http://127.0.0.1:${base}`);
  await at('email').fill(`maria.${Date.now().toString(36)}@example.com`);
  await at('password').fill('correct horse 9');
  await at('sign-up').click();
  await page.getByText('Nothing yet.').waitFor();
  await at('privacy-notice').click();
  await at('consent-accept').click();
  await at('consent-notice').waitFor({ state: 'hidden' });
  await page.evaluate(() => scrollTo(0, 0));
  await take('home');
  await at('mood-manual').locator('summary').click();
  await take('pick');
  await at('mood-manual').locator('summary').click();
  await at('camera-open').click();
  await page.locator('[data-testid=camera-hint][data-hint=good]').waitFor();
  await take('camera');
  await at('camera-shutter').click();
  await at('camera-photo').waitFor();
  await take('camera-photo');
  await at('camera-close').click();
  await give(await darkened(page));
  await at('advice').waitFor();
  await take('advice');
  await at('advice-other').click();
  // Held, so that the upload can be seen.
  await page.route(/\/v0\/b\/.*\/o/, () => new Promise(() => undefined));
  await give(jpeg);
  await at('percent').waitFor();
  await take('upload');
}

/**
 * The photo as it would be in a room without light.
 *
 * @param {import('@playwright/test').Page} page
 */
async function darkened(page) {
  const base64 = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
    const photo = await createImageBitmap(new Blob([bytes]));
    const canvas = document.createElement('canvas');
    canvas.width = photo.width;
    canvas.height = photo.height;
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.filter = 'brightness(0.25)';
      pen.drawImage(photo, 0, 0);
    }
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  }, jpeg.toString('base64'));
  return Buffer.from(base64, 'base64');
}
