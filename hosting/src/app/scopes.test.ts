import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import postcss, { AtRule, type ChildNode } from 'postcss';
import { expect, test } from 'vitest';
import './notice-bar';

/** Their styles hold for the whole page. */
const GLOBAL = ['style', 'shared'];
/** What index.html shows of a page before there are any components. */
const FIRST_PAINT = '.first-paint';
const LIMIT = ':scope [data-component] > *';

const source = join(import.meta.dirname, '..');
const files = readdirSync(source, { encoding: 'utf8', recursive: true });
const sheets = files
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, folder: folderOf(file), rules: rulesOf(read(file)) }));
const components = sheets.filter(({ folder }) => !GLOBAL.includes(folder));
const layers = /@layer ([\w, ]+);/.exec(read(join('style', 'layers.css')))?.[1]?.split(', ') ?? [];

test('the rules of a component are within its scope, which ends where another one begins', () => {
  expect(components.length).toBeGreaterThan(20);
  expect(components.flatMap(({ file, rules }) => looseIn(rules).map(of(file)))).toEqual([]);
});

test('a rule out of a scope is found, and a scope without an end', () => {
  const loose = (css: string) => looseIn(rulesOf(css)).length;
  expect(loose(`.icon { fill: none }`)).toBe(1);
  expect(loose(`@media print { .icon { fill: none } }`)).toBe(1);
  expect(loose(`@layer shared { .icon { fill: none } }`)).toBe(1);
  expect(loose(`@scope (camera-dialog) { .icon { fill: none } }`)).toBe(1);
  expect(loose(`@scope (camera-dialog) to (${LIMIT}) { .icon { fill: none } }`)).toBe(0);
});

test('a scope begins at components of its own folder', () => {
  const homes = new Map(
    files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...read(file).matchAll(/@customElement\('([\w-]+)'\)/g)].map(
          ([, name = '']) => [name, folderOf(file)] as const,
        ),
      ),
  );
  const strangers = components.flatMap(({ file, folder, rules }) =>
    rules
      .flatMap(rootsOf)
      .filter((root) => root !== FIRST_PAINT && homes.get(root) !== folder)
      .map(of(file)),
  );
  expect(strangers).toEqual([]);
});

test('what holds for the whole page is in a layer, below the components', () => {
  expect(layers).toEqual(['tokens', 'base', 'shared']);
  const isInLayer = (rule: ChildNode) =>
    isAtRule(rule, 'layer') && (rule.nodes === undefined || layers.includes(rule.params));
  const unlayered = sheets
    .filter(({ folder }) => GLOBAL.includes(folder))
    .flatMap(({ file, rules }) =>
      rules
        .filter((rule) => !isInLayer(rule) && !isAtRule(rule, 'keyframes', 'font-face'))
        .map(of(file)),
    );
  expect(unlayered).toEqual([]);
});

test('a component says that it is one, for the scopes around it', () => {
  const component = document.createElement('notice-bar');
  document.body.append(component);
  expect(component.matches('[data-component]')).toBe(true);
  component.remove();
});

function read(file: string): string {
  return readFileSync(join(source, file), 'utf8');
}

function folderOf(file: string): string {
  return file.split(sep)[0] ?? '';
}

function rulesOf(css: string): ChildNode[] {
  return postcss.parse(css).nodes.filter(({ type }) => type !== 'comment');
}

function isAtRule(rule: ChildNode, ...names: string[]): rule is AtRule {
  return rule instanceof AtRule && names.includes(rule.name);
}

function looseIn(rules: readonly ChildNode[]): ChildNode[] {
  const isScoped = (rule: ChildNode) =>
    isAtRule(rule, 'scope') && inOneLine(rule.params).endsWith(`) to (${LIMIT})`);
  return rules.filter((rule) => !isScoped(rule) && !isAtRule(rule, 'keyframes'));
}

/** Where a scope begins, such as `app-nav`. */
function rootsOf(rule: ChildNode): string[] {
  const roots = isAtRule(rule, 'scope') ? /^\((.+?)\) to /.exec(inOneLine(rule.params))?.[1] : '';
  return roots ? roots.split(',').map((root) => root.trim()) : [];
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

const of = (file: string) => (what: ChildNode | string) =>
  `${file}: ${inOneLine(String(what)).slice(0, 80)}`;
