import { defineConfig } from '@playwright/test';
import base from './playwright.config';

// Starts a stack of its own, which requires App Check, on the ports after MOODIFY_BASE_PORT.
export default defineConfig(base, {
  testDir: 'test/app-check',
  globalSetup: './test/app-check/start-stack.ts',
  outputDir: 'reports/app-check',
  workers: 2,
  reporter: [['list'], ['json', { outputFile: 'reports/app-check.json' }]],
});
