// What people are told about how long their data is kept is what the code and Terraform do.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DOCUMENTS, evidence, promises, rows, sentencesOf, texts, textsIn, withRetention } from '../../scripts/retention.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

const SECONDS = { day: 86_400, hour: 3_600, minute: 60, second: 1 };
const inSeconds = ({ amount, unit }) => amount * SECONDS[unit];

/** Texts of the page that say what is done with a person's photos, data and account: each of their sentences is shown by a test. */
const WHOLE = new RegExp(
  `^(${[
    'consent\\.(text\\.[\\w-]+|choice|changed)',
    'photo\\.privacy(\\.kept)?',
    'home\\.declined',
    'camera\\.explained',
    'advice\\.text\\.unsent',
    'trouble\\.waiting',
    'mood\\.failed\\.no-consent',
    'history\\.(page\\.introduction|not-there)',
    'landing\\.(point\\.private|tour\\.text\\.read|try\\.explained)',
    'profile\\.(keep-photos\\.hint|consent\\.(missing|outdated|kept|deleted)|trail\\.hint|download\\.hint|delete\\.(hint|loss\\.\\w+|final|erased))',
    'account\\.(reset-sent|(guest|keep|instead|leave|everywhere)\\.explained|factor\\.(off|on|keep|done|removed|unverified))',
    'retention\\.erased\\.(at-once|later)',
  ].join('|')})$`,
);

const hindi = textsIn('hi');
const sentencesIn = (text) => text.split(/(?<=[.!?।]) /).length;

/** A text with the times of the list in it, in words. */
function withTimes(text, language) {
  return text.replace(/\{(\w+)\}/g, (_, id) => {
    const { amount, unit } = rows.find((row) => row.id === id).time;
    return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
  });
}

/** The first length of time after a name in Java, in seconds. */
function inJava(text, name) {
  const after = text.slice(text.search(new RegExp(`\\b${name}\\b\\s*[=(]`)));
  const [, unit, amount] = /Duration\.of(Day|Hour|Minute|Second)s\((\d+)\)/.exec(after);
  return inSeconds({ amount: Number(amount), unit: unit.toLowerCase() });
}

/** A constant of milliseconds in TypeScript, which may be a product, in seconds. */
function inTypeScript(text, name) {
  const [, product] = new RegExp(`\\b${name} = ([\\d_* ]+);`).exec(text);
  return product.split('*').reduce((result, factor) => result * Number(factor.replaceAll('_', '')), 1) / 1000;
}

/** An attribute of a resource in Terraform, in seconds; without a unit it is of days. */
function inTerraform(text, resource, attribute) {
  const begin = text.indexOf(`resource "${resource.replace('.', '" "')}" {`);
  assert.notEqual(begin, -1, `there is no ${resource}`);
  const body = text.slice(begin, text.indexOf('\n}\n', begin));
  const [, amount, isSeconds] = new RegExp(`^ +${attribute} += "?(\\d+)(s?)"?$`, 'm').exec(body);
  return inSeconds({ amount: Number(amount), unit: isSeconds ? 'second' : 'day' });
}

function valueOf(constant, change = (text) => text) {
  const [path, ...names] = constant.split(' ');
  const text = change(read(path));
  if (path.endsWith('.tf')) return inTerraform(text, ...names);
  return path.endsWith('.java') ? inJava(text, ...names) : inTypeScript(text, ...names);
}

test('each time is that of the code', () => {
  for (const { id, time } of rows) {
    for (const constant of evidence[id].constants ?? []) {
      assert.equal(valueOf(constant), inSeconds(time), `${id} is kept for another time than ${constant} says`);
    }
  }
});

test('a constant that changes is noticed', () => {
  const digitsLonger = (text) => text.replace(/(Duration\.of\w+\(|= "?)(\d[\d_]*)/g, '$19$2');
  for (const { id, time } of rows) {
    for (const constant of evidence[id].constants ?? []) {
      assert.notEqual(valueOf(constant, digitsLonger), inSeconds(time), constant);
    }
  }
});

test('every row has a test, and every time a constant or the word of whom it depends on', () => {
  assert.deepEqual(Object.keys(evidence), rows.map(({ id }) => id));
  for (const { id, rule, time, erased } of rows) {
    const { constants, provider, tests } = evidence[id];
    assert.ok(tests.length > 0, `${id} has no test`);
    assert.equal(Boolean(constants ?? provider), time !== undefined, `${id}: a time and what sets it go together`);
    assert.ok(provider === undefined || provider.startsWith('https://'), id);
    assert.equal(texts.get(`retention.rule.${rule}`).includes('{time}'), time !== undefined, `${id}: ${rule}`);
    assert.ok(erased !== 'later' || time, `${id}: goes later, but not when`);
  }
});

test('every text of what is kept is of a row', () => {
  const keys = [...texts.keys()].filter((key) => key.startsWith('retention.what.'));
  assert.deepEqual(keys, rows.map(({ id }) => `retention.what.${id}`));
});

test('no limit counts for longer than is told', () => {
  const longest = inSeconds(rows.find(({ id }) => id === 'limits').time);
  const limits = ['functions', 'libs'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true })
      .filter((path) => /src\/main\/java\/.*\.java$/.test(path))
      .flatMap((path) => [...read(join(room, path)).matchAll(/new RateLimit\("\w+", \d+, (Duration\.of\w+\(\d+\))\)/g)].map(([, time]) => ({ path, time }))),
  );
  assert.ok(limits.length > 5);
  for (const { path, time } of limits) assert.ok(inJava(`LIMIT = ${time}`, 'LIMIT') <= longest, path);
});

test('README and threat model show what the list says', () => {
  for (const path of DOCUMENTS) {
    assert.equal(read(path), withRetention(read(path)), `${path} is not what node scripts/retention.mjs writes`);
    assert.match(read(path), /<!-- retention: \w+ -->\n\n\| /);
  }
});

test('every sentence of the page about what becomes of photos, data and accounts has a test', () => {
  const shown = new Set(promises.map(({ text, sentence }) => `${text} ${sentence}`));
  const keys = [...texts.keys()].filter((key) => WHOLE.test(key));
  assert.ok(keys.length > 35);
  const missing = keys.flatMap((key) => sentencesOf(key).map((_, i) => `${key} ${i}`)).filter((each) => !shown.has(each));
  assert.deepEqual(missing, []);
  for (const { text, sentence } of promises) assert.ok(sentencesOf(text)[sentence], `${text} has no sentence ${sentence}`);
});

test('Hindi says as many sentences as English, so that none is promised in one language alone', () => {
  const other = [...new Set(promises.map(({ text }) => text))]
    .map((key) => ({ key, english: sentencesIn(texts.get(key)), hindi: sentencesIn(hindi.get(key)) }))
    .filter(({ english, hindi: said }) => english !== said);
  assert.deepEqual(other, []);
});

test('the notice that people agree to is that of its version', () => {
  const { notices } = JSON.parse(read('docs/notices.json'));
  assert.deepEqual(notices.map(({ version }) => version), notices.map((_, i) => i + 1));
  const { version, ...said } = notices.at(-1);
  const points = [...['read', 'stored', 'long', 'not-for'].map((point) => `consent.text.${point}`), 'consent.choice'];
  const why = 'What people agree to has changed: add the notice to docs/notices.json under a new version, so that they are asked again';
  assert.deepEqual(said.en, points.map((key) => withTimes(texts.get(key), 'en')), why);
  assert.deepEqual(said.hi, points.map((key) => withTimes(hindi.get(key), 'hi')), why);

  // The only one that can be agreed to, wherever that is asked.
  const agreed = {
    'hosting/src/consent/consent.ts': /CONSENT_VERSION = (\d+);/,
    'libs/core/src/main/java/app/moodify/core/person/ProfileStore.java': /int NOTICE = (\d+);/,
    'firestore.rules': /value\.version in \(value\.given \? \[(\d+)\]/,
    'functions/api/openapi.json': /"value": \{ "given": true, "version": (\d+) \}/,
    'deploy/smoke-test.mjs': /given: true, version: (\d+)/,
    'tools/stack/src/main/java/app/moodify/stack/WarmUp.java': /"version": \{"integerValue": (\d+)\}/,
  };
  for (const [path, pattern] of Object.entries(agreed)) assert.equal(Number(pattern.exec(read(path))?.[1]), version, path);
  // Whichever was agreed to can be withdrawn.
  const [, withdrawn] = /value\.given \? \[\d+\] : \[([\d, ]+)\]/.exec(read('firestore.rules'));
  assert.deepEqual(withdrawn.split(', ').map(Number), notices.map((notice) => notice.version));
});
