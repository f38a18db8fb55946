// The configuration against the rules of access and data, and against what it names outside of Terraform.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readConfiguration } from '../configuration.mjs';
import { accessFaults, computedFaults, dataFaults, descriptionFaults } from '../rules.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

const schema = JSON.parse(readFileSync(new URL('../schemas/google.json', import.meta.url), 'utf8'));

let configuration;
let scratch;

before(async () => {
  configuration = await readConfiguration(ROOT);
  scratch = mkdtempSync(join(tmpdir(), 'terraform-'));
});
after(() => rmSync(scratch, { recursive: true }));

/** The configuration with one place changed, so that each check is seen to find something. */
async function changed(file, from, to) {
  const copy = mkdtempSync(join(scratch, 'copy-'));
  for (const name of readdirSync(ROOT).filter((each) => each.endsWith('.tf') || each === 'modules')) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  const text = readFileSync(join(copy, file), 'utf8');
  assert.ok(text.includes(from), `${file} has no "${from}"`);
  writeFileSync(join(copy, file), text.replace(from, to));
  return readConfiguration(copy);
}

test('nobody is given a wildcard or a broad role, and only invokers are public', () => {
  assert.ok(configuration.resources.length > 30);
  assert.deepEqual(accessFaults(configuration), []);
});

test('only the functions without a trigger have a public invoker', () => {
  const call = configuration.modules[0].modules.find(({ name }) => name === 'function').body;
  assert.equal(call.public, '${each.value.trigger == null}');
  const { functions } = configuration.locals;
  const open = Object.entries(functions).filter(([, each]) => each.trigger === null).map(([name]) => name);
  assert.deepEqual(open.sort(), ['analyze', 'api']);
});

test('variables are described, typed and validated, outputs described', () => {
  assert.deepEqual(descriptionFaults(configuration), []);
});

test('data cannot be destroyed by mistake, and no bucket can become public', () => {
  assert.deepEqual(dataFaults(configuration), []);
});

test('nothing is set that only the provider computes', () => {
  assert.deepEqual(computedFaults(configuration, schema), []);
});

test('the entry points are those of the packages', () => {
  const { functions } = configuration.locals;
  const packaged = {};
  for (const module of readdirSync(join(ROOT, '../functions'))) {
    let text = '';
    try {
      text = readFileSync(join(ROOT, '../functions', module, 'deployment.properties'), 'utf8');
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(error.code)) throw error;
    }
    for (const [, name, entryPoint] of text.matchAll(/^(\w+) = (\S+)$/gm)) packaged[name] = { module, entry_point: entryPoint };
  }
  for (const [name, { module, entry_point }] of Object.entries(functions)) {
    assert.deepEqual({ module, entry_point }, packaged[name], `${name} is not what ${module}/deployment.properties says`);
  }
  assert.deepEqual(Object.keys(functions).sort(), Object.keys(packaged).sort());
});

/** The Java sources of a function, or of a library that functions share. */
function sources(...modules) {
  return modules
    .flatMap((module) => {
      const room = ['functions', 'libs'].find((each) => existsSync(join(ROOT, '..', each, module)));
      const main = join(ROOT, '..', room, module, 'src/main/java');
      return readdirSync(main, { recursive: true }).filter((name) => name.endsWith('.java')).map((name) => readFileSync(join(main, name), 'utf8'));
    })
    .join();
}

test('metrics are made of steps that the functions record', () => {
  const { steps, cached } = configuration.locals;
  const module = { analyze: 'detect' };
  for (const [name, taken] of Object.entries(steps)) {
    const text = sources(module[name] ?? name, 'cloud', 'http', 'music');
    for (const step of taken.filter((each) => !each.startsWith('catalogue_'))) {
      assert.ok(text.includes(`"${step}"`), `${name} takes no step ${step}`);
    }
    for (const step of taken.filter((each) => each.startsWith('catalogue_'))) {
      assert.ok(cached.includes(step.replace('catalogue_', '')), `${step} is of no catalogue`);
    }
  }
  const music = sources('music');
  for (const name of cached) assert.match(music, new RegExp(`"${name}"`, 'i'), `there is no catalogue ${name}`);
});

test('tokens are removed in the folders in which detect may remove them', () => {
  const [, folders] = /PERSONAL_FOLDERS = List\.of\(([^)]+)\)/.exec(sources('detect'));
  assert.deepEqual(configuration.locals.personal_folders, JSON.parse(`[${folders}]`));
});

test('metrics are made of fields that the last line of a function has', () => {
  const line = sources('telemetry');
  for (const field of ['outcome', 'code', 'steps', 'cache']) {
    assert.ok(line.includes(`fields.put("${field}"`), `the last line has no ${field}`);
  }
  for (const field of ['hits', 'misses']) {
    assert.match(line, new RegExp(`record Lookups\\([^)]*\\bint ${field}\\b`), `the last line has no ${field}`);
  }
});

test('every alert has its section in the runbook, and every section its alert', () => {
  const { alerts } = configuration.locals;
  const runbook = readFileSync(join(ROOT, '../docs/runbook.md'), 'utf8');
  const advice = runbook.split(/^## /m).slice(1).filter((section) => !section.startsWith('Where to look'));
  const sections = advice.map((section) => section.split('\n')[0]);
  // The budget's alert is Google's own letter.
  const named = new Set([...Object.values(alerts).map((each) => each.runbook), 'cost']);
  assert.deepEqual(sections.sort(), [...named].sort());
  for (const section of advice) assert.match(section, /^1\. /m, `${section.split('\n')[0]} says what to do first`);
});

const MISTAKES = [
  ['an argument of the provider', computedFaults, 'main.tf', '  force_destroy = true', '  force_destroy = true\n  self_link = "x"', /packages: self_link cannot be set/],
  ['a broad role', accessFaults, 'access.tf', 'roles/datastore.user', 'roles/editor', /more than any function needs/],
  ['a wildcard permission', accessFaults, 'access.tf', '"storage.objects.list"', '"storage.objects.*"', /wildcard/],
  ['a public bucket', accessFaults, 'main.tf', 'google_service_account.builder.member', '"allUsers"', /open to everybody/],
  ['a variable without words', descriptionFaults, 'variables.tf', '  description = "The Java runtime of the functions."\n', '', /no description/],
  ['data that may be destroyed', dataFaults, 'data.tf', 'prevent_destroy = true', 'prevent_destroy = false', /lacks prevent_destroy/],
];

for (const [what, faults, file, from, to, expected] of MISTAKES) {
  test(`finds ${what}`, async () => {
    const found = faults(await changed(file, from, to), schema);
    assert.ok(found.some((sentence) => expected.test(sentence)), `found only ${JSON.stringify(found)}`);
  });
}
