import { defineConfig } from '@playwright/test';
import base from './playwright.config';

// Takes the pictures in docs/; `npm run screenshots` runs it.
export default defineConfig(base, {
  testDir: 'test/pictures',
  outputDir: 'reports/pictures',
  timeout: 600_000,
  reporter: [['list']],
});
