import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SHARED = join('style', 'animations.css');
const source = join(import.meta.dirname, '..');
const files = readdirSync(source, { encoding: 'utf8', recursive: true })
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, css: readFileSync(join(source, file), 'utf8') }));
const defined = files.flatMap(({ file, css }) =>
  [...css.matchAll(/@keyframes ([\w-]+)/g)].map(([, name = '']) => ({ file, name })),
);

test('an animation is defined once: of two with one name the page only knows the last', () => {
  const names = defined.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});

test('an animation is defined where it is used, or for everyone', () => {
  const used = files.flatMap(({ file, css }) =>
    [...css.matchAll(/animation: ([\w-]+)/g)].map(([, name = '']) => ({ file, name })),
  );
  expect(used.length).toBeGreaterThan(5);
  const isAtHand = (use: (typeof used)[number]) =>
    defined.some(({ file, name }) => name === use.name && [use.file, SHARED].includes(file));
  expect(used.filter((use) => !isAtHand(use))).toEqual([]);
});
