import { defineConfig } from '@playwright/test';
import { shellOptions } from './test/browser/chromium.js';
import { stack } from './test/stack';

// Expects a running stack: see test/stack.ts.
export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'reports/browser',
  // Some of a test is waiting: for the stack, or for a browser to start. No test knows of another.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  // A machine that is busy elsewhere may be late once; what fails twice has failed. The report names
  // what passed only at the second try.
  retries: 1,
  timeout: 60_000,
  // The first photo after a start meets functions that are not warm yet.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/browser.json' }]],
  use: {
    baseURL: stack.page,
    // Those with a camera start the whole Chromium, see fake-camera.ts.
    launchOptions: shellOptions(),
    // It fetches every file of the page, for each test anew; the tests about it allow it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
  },
});
