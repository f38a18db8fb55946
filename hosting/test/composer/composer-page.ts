import type { Page } from '@playwright/test';
import { build } from 'vite';

const ADDRESS = 'https://composer.example/';

/** As the site's own: no worker and no script but the site's files. */
const POLICY = "default-src 'none'; script-src 'self'";

let bundled: Promise<string> | undefined;

/** Opens a page that holds nothing but the composer and `hearRecipe`; see in-page.ts. No stack needed. */
export async function openComposer(page: Page): Promise<void> {
  bundled ??= bundle();
  const body = await bundled;
  await page.route(`${ADDRESS}**`, (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({
          contentType: 'text/html',
          headers: { 'content-security-policy': POLICY },
          body: '<script type="module" src="/composer.js"></script>',
        })
      : route.fulfill({ contentType: 'text/javascript', body }),
  );
  await page.goto(ADDRESS);
  await page.waitForFunction(() => 'hearRecipe' in globalThis);
}

async function bundle(): Promise<string> {
  const entry = new URL('in-page.ts', import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const [file] = 'output' in result ? result.output : [];
  if (!file) {
    throw new Error('The composer could not be bundled');
  }
  return file.code;
}
