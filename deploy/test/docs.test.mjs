// What the documents name is there: files they link to, commands, options and tests.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filesOf } from '../audit/audit.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const files = filesOf(ROOT);
const documents = files.filter((path) => path.endsWith('.md')).map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const script = readFileSync(join(ROOT, 'moodify'), 'utf8');
const optionsScript = readFileSync(join(ROOT, 'deploy/google-cloud.sh'), 'utf8');

test('every link within the repository leads somewhere', () => {
  const broken = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target.split('#')[0])
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target) && !existsSync(join(ROOT, dirname(path), target)))
      .map((target) => `${path}: ${target}`),
  );
  assert.deepEqual(broken, []);
});

test('every command that documents name is one', () => {
  const commands = new Set([...script.slice(script.indexOf('case $command in')).matchAll(/^ {4}([a-z |-]+)\)/gm)].flatMap(([, names]) => names.split(' | ')));
  assert.ok(commands.has('deploy') && commands.has('run'));
  const unknown = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\.\/moodify ([a-z][a-z-]+)/g)].filter(([, name]) => !commands.has(name)).map(([, name]) => `${path}: ./moodify ${name}`),
  );
  assert.deepEqual(unknown, []);
});

test('every option of deploy, destroy and logs that documents name is one', () => {
  const known = new Set([...optionsScript.matchAll(/--[a-z-]+/g)].map(([option]) => option));
  const unknown = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\.\/moodify (?:deploy|destroy|logs)[^`\n]*/g)]
      .flatMap(([line]) => line.replace(/#.*/, '').match(/--[a-z-]+/g) ?? [])
      .filter((option) => !known.has(option))
      .map((option) => `${path}: ${option}`),
  );
  assert.deepEqual(unknown, []);
});

test('every guard of the threat model is shown by a test that is there', () => {
  const { text } = documents.find(({ path }) => path === 'docs/threat-model.md');
  const rows = text.split('\n').filter((line, i, lines) => line.startsWith('| ') && !lines[i + 1].startsWith('|---'));
  assert.ok(rows.length > 50);
  const sources = files.filter((path) => /(Test\.java|\.(test|spec)\.(mjs|ts)|\.tftest\.hcl|\.sh)$/.test(path));
  const all = sources.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
  for (const row of rows) {
    const shown = row.split(' | ').at(-1);
    const names = [...shown.matchAll(/[`"]([^`"]+)[`"]/g)].map(([, name]) => name);
    assert.ok(names.length > 0, `nothing is named by ${row}`);
    for (const name of names) {
      const isThere = files.some((path) => path === name || path.startsWith(name.replace(/\/?$/, '/')) || path.endsWith(`/${name}.java`)) || all.includes(name);
      assert.ok(isThere, `${name} is not there`);
    }
  }
});

test('the alerts and variables that documents name are those of Terraform', () => {
  const variables = readFileSync(join(ROOT, 'terraform/variables.tf'), 'utf8');
  const example = readFileSync(join(ROOT, 'terraform/terraform.tfvars.example'), 'utf8');
  for (const [, name] of example.matchAll(/^#? ?([a-z_]+) +=/gm)) assert.ok(variables.includes(`variable "${name}"`), `there is no variable ${name}`);
});

test('there is one version, and the newest one in the changelog is it', () => {
  const version = /<artifactId>moodify<\/artifactId>\s*<version>([^<]+)<\/version>/;
  const [, expected] = version.exec(readFileSync(join(ROOT, 'pom.xml'), 'utf8'));
  const named = {
    'hosting/package.json': JSON.parse(readFileSync(join(ROOT, 'hosting/package.json'), 'utf8')).version,
    moodify: /moodify-cli-([\d.]+)\.jar/.exec(script)?.[1],
    'CHANGELOG.md': /^## \[(\d[^\]]*)\]/m.exec(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'))?.[1],
  };
  for (const path of files.filter((each) => each.endsWith('/pom.xml'))) {
    named[path] = version.exec(readFileSync(join(ROOT, path), 'utf8'))?.[1];
  }
  assert.deepEqual(
    Object.entries(named).filter(([, each]) => each !== expected),
    [],
  );
});
