import type { Page } from '@playwright/test';
import { build } from 'vite';

const ADDRESS = 'https://composer.example/';

/** As the site's own: no worker and no script but the site's files. */
const POLICY = "default-src 'none'; script-src 'self'";

let bundled: Promise<ReadonlyMap<string, string>> | undefined;

/** Opens a page that holds nothing but the composer and `hearRecipe`; see in-page.ts. No stack needed. */
export async function openComposer(page: Page): Promise<void> {
  bundled ??= bundle();
  const files = await bundled;
  await page.route(`${ADDRESS}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    return path === ''
      ? route.fulfill({
          contentType: 'text/html',
          headers: { 'content-security-policy': POLICY },
          body: '<script type="module" src="/composer.js"></script>',
        })
      : route.fulfill({
          contentType: 'text/javascript',
          headers: { 'content-security-policy': POLICY },
          body: files.get(path) ?? '',
        });
  });
  await page.goto(ADDRESS);
  await page.waitForFunction(() => 'hearRecipe' in globalThis);
}

/** The scripts by their paths: the composer, and that of its worker. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const input = new URL('in-page.ts', import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input, output: { entryFileNames: 'composer.js' } },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const files = 'output' in result ? result.output : [];
  return new Map(
    files.map((file) => [
      file.fileName,
      file.type === 'chunk' ? file.code : new TextDecoder().decode(asBytes(file.source)),
    ]),
  );
}

const asBytes = (source: string | Uint8Array) =>
  typeof source === 'string' ? new TextEncoder().encode(source) : source;
