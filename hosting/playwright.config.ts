import { availableParallelism, totalmem } from 'node:os';
import { defineConfig } from '@playwright/test';
import { shellOptions } from './test/browser/chromium.js';
import { stack } from './test/stack';

/** An estimate of what the stack takes of the machine's memory, and each worker with its browser. */
const STACK_BYTES = 4e9;
const WORKER_BYTES = 0.8e9;

// Expects a running stack: see test/stack.ts.
export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'reports/browser',
  workers: workersOf({ cores: availableParallelism(), bytes: totalmem() }),
  fullyParallel: true,
  forbidOnly: true,
  // What fails once has failed: it says so, and why.
  retries: 0,
  // Limits are there to end a hang, and are no measure of how fast the machine is.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/browser.json' }]],
  use: {
    baseURL: stack.page,
    // Those with a camera start the whole Chromium, see fake-camera.ts.
    launchOptions: shellOptions(),
    // What moves is painted anew sixty times a second by the processor: pages that wait for one another
    // would keep it busy. Tests about what moves ask for it.
    contextOptions: { reducedMotion: 'reduce' },
    // It fetches every file of the page, for each test anew; the tests about it allow it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // A snapshot of the page at every step took a quarter of the time; a failure has that of the end instead.
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false, sources: false },
  },
});

/**
 * One worker more than there are cores, for some of a test is waiting; fewer where memory is scarce. No
 * test knows of another.
 */
function workersOf({ cores, bytes }: { cores: number; bytes: number }): number {
  return Math.max(1, Math.min(cores + 1, Math.floor((bytes - STACK_BYTES) / WORKER_BYTES)));
}
