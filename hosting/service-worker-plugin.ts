import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const WORKER = 'service-worker.js';

/** Not needed without a connection, or asked for by the system alone. */
const LEFT_OUT = [/\.map$/, /robots\.txt$/, /apple-touch-icon/, /icon-.*512/, /noto-sans.*latin/];

/** Writes into the service worker which files the page is made of, once they are made. */
export function serviceWorkerPlugin(publicFolder: string): Plugin {
  return {
    name: 'moodify-service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const built = Object.values(bundle).filter(({ fileName }) => fileName !== WORKER);
      const copied = readdirSync(publicFolder);
      const files = [...built.map(({ fileName }) => fileName), ...copied]
        .filter((name) => !LEFT_OUT.some((pattern) => pattern.test(name)))
        .map((name) => `/${name}`)
        .sort();
      const hash = createHash('sha256');
      built.forEach((file) => {
        hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
      });
      copied.forEach((name) => {
        hash.update(readFileSync(`${publicFolder}/${name}`));
      });
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') {
        this.error(`${WORKER} was not built`);
      }
      if (/^\s*(import|export)\b/m.test(worker.code)) {
        this.error(`${WORKER} has to stand by itself, without imports and exports`);
      }
      const shell = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files });
      worker.code = worker.code.replaceAll('__SHELL__', shell);
    },
  };
}
