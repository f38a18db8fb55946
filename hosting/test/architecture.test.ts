// @vitest-environment node
import { readdirSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { INNER_LAYERS, LAYERS } from '../architecture.js';

const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

/** Every folder of src/ that holds scripts or styles, with one of these. */
const files = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|css)$/.test(file))
    .map((file) => [dirname(file), file] as const),
);

/** The folders in their order: what is within a folder comes before the folder itself. */
const order = LAYERS.flat().flatMap((folder) => [
  ...Object.entries(INNER_LAYERS)
    .filter(([outer]) => outer === folder)
    .flatMap(([outer, inner]) => inner.map((layer) => `${outer}/${layer}`)),
  folder,
]);

/** Which of the imports ESLint refuses in a file of a folder. */
async function refused(folder: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `src/${folder}/any.ts` });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'import-x/no-restricted-paths')
    .map(({ message }) => /"([^"]+)"/.exec(message)?.[1] ?? message);
}

test('every folder has its layer', () => {
  const missing = [...files.keys()].filter((folder) => folder !== '.' && !order.includes(folder));
  expect(missing).toEqual([]);
});

describe('ESLint refuses', () => {
  test.each([
    ['an upward import', 'journey', "import '../home/moodify-home';"],
    ['an import of a type', 'journey', "import type { X } from '../home/moodify-home';"],
    ['an import on demand', 'journey', "void import('../home/moodify-home');"],
    ['a re-export', 'journey', "export * from '../home/moodify-home';"],
    ['an import of the same layer', 'insights', "import '../saved/saved-store';"],
    ['an import of the script that starts the page', 'app', "import '../main';"],
    ['an upward import within a folder', 'composer/sound', "import '../renderer/renderer';"],
    ['an import of the folder around', 'saved/export', "import '../saved-store';"],
    ['an import past the entry of the composer', 'playlist', "import '../composer/notes/recipe';"],
  ])('%s', async (_, folder, code) => {
    expect(await refused(folder, code)).toHaveLength(1);
  });

  test('every circle, because it lets a folder import from earlier ones alone', async () => {
    for (const [index, folder] of order.entries()) {
      const later = order.slice(index + 1).map((other) => relative(folder, files.get(other) ?? ''));
      const code = later.map((path) => `import './${path.replace(/\.ts$/, '')}';`).join('\n');
      expect(await refused(folder, code), folder).toHaveLength(later.length);
    }
  });
});

test('ESLint allows an import of a lower layer, and of the entry of the composer', async () => {
  expect(await refused('journey', "import '../photo/advice'; import '../composer';")).toEqual([]);
});

test.each(['getDownloadURL', 'getMetadata'])(
  'ESLint refuses %s, which makes a token',
  async (name) => {
    const code = `import { ${name} } from 'firebase/storage';`;
    const [result] = await eslint.lintText(code, { filePath: 'src/photo/any.ts' });
    const messages = (result?.messages ?? []).filter(
      ({ ruleId }) => ruleId === 'no-restricted-imports',
    );
    expect(messages.map(({ message }) => message)).toEqual([
      expect.stringContaining('Use getBlob'),
    ]);
  },
);
