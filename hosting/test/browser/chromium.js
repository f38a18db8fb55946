import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// JavaScript, because the scripts that use it beside the tests are run by Node 20, which reads no
// TypeScript.

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Says how to start Chromium: the one that `MOODIFY_CHROMIUM` names, else one on the `PATH`, else
 * Playwright's own.
 *
 * @returns {import('@playwright/test').LaunchOptions} what Playwright takes
 */
export function chromiumOptions() {
  const executablePath = process.env.MOODIFY_CHROMIUM || onPath();
  const args = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
  // Chromium's sandbox refuses to start for root, which is who runs in many containers.
  if (process.getuid?.() === 0) {
    args.push('--no-sandbox');
  }
  return { args, ...(executablePath && { executablePath }) };
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
