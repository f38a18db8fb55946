import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { serviceWorkerPlugin } from './service-worker-plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What is painted first is asked for first: older connections fetch six files at a time. */
const stylesFirst: Plugin = {
  name: 'moodify-styles-first',
  transformIndexHtml: {
    order: 'post',
    handler(page) {
      const styles = page.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
      const others = styles.reduce((rest, style) => rest.replace(style, ''), page);
      return others.replace('<title>', `${styles.join('')}<title>`);
    },
  },
};

export default defineConfig({
  plugins: [serviceWorkerPlugin(here('public')), stylesFirst],
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
          include: ['src/**/*.test.ts'],
          environment: 'happy-dom',
          // A link that is followed in a test leads nowhere.
          environmentOptions: {
            happyDOM: { settings: { navigation: { disableMainFrameNavigation: true } } },
          },
          // Some tests compose hundreds of pieces, on a machine that may be busy.
          testTimeout: 60_000,
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
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
    ],
  },
});
