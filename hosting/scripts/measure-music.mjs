// Measures the music that the composer makes: `npm run measure:music`. See docs/music.md.
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: {
    pieces: { type: 'string', default: '400' },
    whole: { type: 'string', default: '24' },
  },
});
const path = new URL('../test/composer/measure/report.ts', import.meta.url).pathname;
const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' });
module.reportMusic(Number(values.pieces), Number(values.whole));
