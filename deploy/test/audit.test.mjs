// What ./moodify audit finds, and that it finds nothing here.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { javaComponents, npmComponents, pageList } from '../audit/audit.mjs';
import { advisoryFaults, compareVersions, fits, licenceFaults, secretFaults, spdx } from '../audit/rules.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { advisories } = JSON.parse(readFileSync(join(ROOT, 'deploy/audit/advisories.json'), 'utf8'));
const lock = JSON.parse(readFileSync(join(ROOT, 'hosting/package-lock.json'), 'utf8'));

test('versions are compared by their numbers', () => {
  assert.ok(compareVersions('1.10', '1.9') > 0);
  assert.ok(compareVersions('4.33.2', '4.27.5') > 0);
  assert.equal(compareVersions('4.2.18.Final', '4.2.18'), 0);
  assert.ok(compareVersions('33.5.0-jre', '32.0.0') > 0);
});

test('an advisory finds what is in its range, and not what is repaired', () => {
  const component = (version) => [{ ecosystem: 'Maven', name: 'com.google.protobuf/protobuf-java', version }];
  assert.match(advisoryFaults(component('4.27.0'), advisories)[0], /CVE-2024-7254/);
  assert.match(advisoryFaults(component('3.21.0'), advisories)[0], /CVE-2024-7254/);
  assert.deepEqual(advisoryFaults(component('4.33.2'), advisories), []);
  assert.deepEqual(advisoryFaults([{ ecosystem: 'npm', name: 'com.google.protobuf/protobuf-java', version: '1' }], advisories), []);
});

test('licences are known by what libraries write', () => {
  assert.equal(spdx('The Apache Software License, Version 2.0'), 'Apache-2.0');
  assert.equal(spdx('Apache License v2.0'), 'Apache-2.0');
  assert.ok(fits('(MIT OR GPL-3.0-only)'));
  assert.ok(!fits('MIT AND GPL-3.0-only'));
  assert.ok(!fits('AGPL-3.0-only'));
  assert.ok(!fits(undefined));
});

test('a licence that does not fit is told with the library', () => {
  const components = [
    { name: 'a/good', version: '1', licences: ['Apache-2.0'] },
    { name: 'a/strong', version: '2', licences: ['GPL-3.0-only'] },
    { name: 'a/silent', version: '3', licences: [] },
  ];
  assert.deepEqual(licenceFaults(components), ['a/strong 2: GPL-3.0-only', 'a/silent 3: no licence is told']);
});

test("Maven's list becomes components, without Moodify's own", () => {
  const bom = {
    components: [
      { group: 'app.moodify', name: 'moodify-core', version: '1' },
      { group: 'com.example', name: 'lib', version: '2', licenses: [{ license: { name: 'MIT License' } }] },
    ],
  };
  assert.deepEqual(javaComponents(bom), [{ ecosystem: 'Maven', name: 'com.example/lib', version: '2', isShipped: true, licences: ['MIT'] }]);
});

test('the list of the page names packages, checksums and licences', () => {
  const { components, bomFormat } = pageList(lock);
  assert.equal(bomFormat, 'CycloneDX');
  const lit = components.find(({ name }) => name === 'lit');
  assert.equal(lit.purl, `pkg:npm/lit@${lit.version}`);
  assert.equal(lit.scope, 'required');
  assert.match(lit.hashes[0].content, /^[0-9a-f]{128}$/);
});

const FOUND = {
  'a private key': ['-----BEGIN', 'PRIVATE KEY-----'].join(' '),
  'a Google API key': 'AIza' + 'Sy0123456789abcdefghijklmnopqrstuvw'.slice(0, 35),
  'a GitHub token': 'gh' + 'p_' + 'a1B2'.repeat(9),
  'an AWS access key': 'AKIA' + 'ABCDEFGHIJKLMNOP',
  'a signed token (JWT)': ['eyJ' + 'a'.repeat(20), 'eyJ' + 'b'.repeat(20), 'c'.repeat(30)].join('.'),
  'a password in an address': 'postgres://' + 'ada:correcthorse@db.internal/x',
};
for (const [what, text] of Object.entries(FOUND)) {
  test(`finds ${what}`, () => {
    assert.deepEqual(secretFaults('a.txt', `first\nx = "${text}"`), [`a.txt:2: looks like ${what}`]);
    assert.deepEqual(secretFaults('a.txt', `x = "${text}" # audit: no secret, made up`), []);
  });
}

test('no secret is in the sources', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 10_000_000 }).split('\0').filter(Boolean);
  assert.ok(files.length > 100);
  const found = files.flatMap((path) => {
    const file = join(ROOT, path);
    if (!statSync(file, { throwIfNoEntry: false }) || statSync(file).size > 2_000_000) return [];
    return secretFaults(path, readFileSync(file, 'utf8'));
  });
  assert.deepEqual(found, []);
});

test("the page's libraries have licences that fit and no known fault", () => {
  const components = npmComponents(lock);
  assert.ok(components.length > 50);
  assert.deepEqual(licenceFaults(components), []);
  assert.deepEqual(advisoryFaults(components, advisories), []);
});

test('lock files name no registry', () => {
  for (const path of ['hosting/package-lock.json', 'terraform/checks/package-lock.json']) {
    assert.ok(!readFileSync(join(ROOT, path), 'utf8').includes('"resolved"'), path);
  }
});
