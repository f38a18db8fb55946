import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { serviceWorkerPlugin } from './service-worker-plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What is painted first is asked for first, since older connections fetch six files at a time; and the
 * script begins when public/early.js says so, which is after that.
 */
const paintFirst: Plugin = {
  name: 'moodify-paint-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(page) {
      const styles = page.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
      const [script, main] = /<script type="module"[^>]* src="([^"]+)"><\/script>/.exec(page) ?? [];
      if (!script || !main) {
        throw new Error('index.html has no module to begin with');
      }
      return styles
        .reduce((rest, style) => rest.replace(style, ''), page)
        .replace('<title>', `${styles.join('')}<title>`)
        .replace(script, `<link rel="modulepreload" crossorigin href="${main}">`)
        .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
        .replace('<script src="/early.js">', `<script src="/early.js" data-main="${main}">`);
    },
  },
};

/** Hosting answers an address that it does not know with this page, and says so: 404. */
const notFound: Plugin = {
  name: 'moodify-not-found',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') {
        throw new Error('The build has no index.html to copy');
      }
      this.emitFile({ type: 'asset', fileName: '404.html', source: page.source });
    },
  },
};

export default defineConfig({
  plugins: [serviceWorkerPlugin(here('public')), paintFirst, notFound],
  build: {
    target: 'es2022',
    // Nothing is put into the page as a data address, so that a strict Content-Security-Policy holds.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: here('index.html'),
        'service-worker': here('src/service-worker/service-worker.ts'),
      },
      output: {
        // A service worker answers for the folder it lies in.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
        // One file instead of five before the sign-in; the service worker stands by itself.
        codeSplitting: {
          groups: [{ name: 'start', tags: ['$initial'], test: /^(?!.*service-worker\.ts$)/ }],
        },
      },
    },
  },
  test: {
    reporters: ['default', 'json'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/*.test.ts'],
          environment: 'happy-dom',
          // A link that is followed in a test leads nowhere.
          environmentOptions: {
            happyDOM: { settings: { navigation: { disableMainFrameNavigation: true } } },
          },
          // Some tests compose hundreds of pieces, on a machine that may be busy with much else.
          testTimeout: 300_000,
        },
      },
      {
        // Expects a running stack: see test/stack.ts.
        extends: true,
        test: {
          name: 'rules',
          include: ['test/rules/**/*.test.ts'],
          environment: 'node',
          // The emulators keep one set of documents, so one file at a time.
          fileParallelism: false,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        // The functions with an address, against a running stack, too.
        extends: true,
        test: {
          name: 'api',
          include: ['test/api/**/*.test.ts'],
          globalSetup: ['test/api/setup.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
      {
        // Bars in seconds, for a quiet machine: see docs/benchmarks.md.
        extends: true,
        test: {
          name: 'load',
          include: ['test/load/**/*.test.ts'],
          globalSetup: ['test/api/setup.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Starts a stack of its own, on the ports after MOODIFY_BASE_PORT, and kills its parts.
        extends: true,
        test: {
          name: 'recovery',
          include: ['test/recovery/**/*.test.ts'],
          // Its people are those of the API's tests, with their generated client.
          globalSetup: ['test/api/setup.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
