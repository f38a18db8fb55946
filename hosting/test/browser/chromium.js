import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// JavaScript, because the scripts that use it beside the tests are run by Node 20, which reads no
// TypeScript.

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Chromium without windows: it paints and starts for less, but opens no camera. */
const SHELLS = ['chromium-headless-shell'];

/**
 * Says how to start Chromium: the one that `MOODIFY_CHROMIUM` names, else one on the `PATH`, else
 * Playwright's own.
 *
 * @returns {import('@playwright/test').LaunchOptions} what Playwright takes
 */
export function chromiumOptions() {
  return optionsOf(process.env.MOODIFY_CHROMIUM || onPath(NAMES));
}

/**
 * Says how to start what is quickest for pages without a camera: the shell that
 * `MOODIFY_CHROMIUM_SHELL` names, else one on the `PATH` unless `MOODIFY_CHROMIUM` names a browser, else
 * Chromium.
 *
 * @returns {import('@playwright/test').LaunchOptions} what Playwright takes
 */
export function shellOptions() {
  const { MOODIFY_CHROMIUM: named, MOODIFY_CHROMIUM_SHELL: shell } = process.env;
  const found = shell || (named ? undefined : onPath(SHELLS));
  return found ? optionsOf(found) : chromiumOptions();
}

/** @param {string | undefined} executablePath */
function optionsOf(executablePath) {
  const args = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
  // Chromium's sandbox refuses to start for root, which is who runs in many containers.
  if (process.getuid?.() === 0) {
    args.push('--no-sandbox');
  }
  return { args, ...(executablePath && { executablePath }) };
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
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
