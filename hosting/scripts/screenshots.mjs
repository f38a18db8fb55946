// Takes the pictures of the page that stand in docs/ and in the README, against a running stack
// (MOODIFY_BASE_PORT): the way in, the notice, a result and the profile, on a desk and on a phone, light and dark.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../test/browser/chromium.js';

const base = Number(process.env.MOODIFY_BASE_PORT ?? 5000);
const folder = new URL('../docs/', import.meta.url).pathname;
const photo = {
  name: 'astronaut.jpg',
  mimeType: 'image/jpeg',
  buffer: readFileSync(new URL('../test/fixtures/astronaut.jpg', import.meta.url)),
};

const SCREENS = [
  { screen: 'desktop', viewport: { width: 1280, height: 960 } },
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

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(chromiumOptions());
try {
  for (const { screen, ...options } of SCREENS) {
    for (const colorScheme of THEMES) {
      const context = await browser.newContext({
        ...options,
        colorScheme,
        reducedMotion: 'reduce',
      });
      await tour(await context.newPage(), `${screen}-${colorScheme}`);
      await context.close();
    }
  }
} finally {
  await browser.close();
}

/**
 * Goes from the sign-in to the music and takes a picture of each stop.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
async function tour(page, name) {
  /** @param {string} stop */
  const take = async (stop) => {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${folder}${stop}-${name}.png` });
    console.error(`docs/${stop}-${name}.png`);
  };
  await page.goto(`http://127.0.0.1:${base}`);
  await page.getByTestId('email').waitFor();
  // Letters that come late are shown from the second visit on.
  await page.reload();
  await page.getByTestId('email').waitFor();
  await take('landing');
  await page.getByTestId('email').fill(`maria.${Date.now().toString(36)}@example.com`);
  await page.getByTestId('password').fill('correct horse 9');
  await page.getByTestId('sign-up').click();
  await page.getByText('Nothing yet.').waitFor();
  await page.getByTestId('privacy-notice').click();
  await take('consent');
  await page.getByTestId('consent-accept').click();
  await page.getByTestId('photo-input').setInputFiles(photo);
  await page.getByTestId('track').first().waitFor();
  await page.getByTestId('history-entry').first().waitFor();
  await take('result');
  await page.getByTestId('nav-profile').click();
  await page.getByTestId('account-email').waitFor();
  await take('profile');
}
