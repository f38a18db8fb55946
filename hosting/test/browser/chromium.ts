import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Says how to start Chromium: the one that `MOODIFY_CHROMIUM` names, else one on the `PATH`, else
 * Playwright's own.
 */
export function chromiumOptions(): LaunchOptions {
  const executablePath = process.env.MOODIFY_CHROMIUM ?? onPath();
  const args = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
  // Chromium's sandbox refuses to start for root, which is who runs in many containers.
  if (process.getuid?.() === 0) {
    args.push('--no-sandbox');
  }
  return { args, ...(executablePath && { executablePath }) };
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
