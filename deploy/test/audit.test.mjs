// What ./moodify audit finds, and that it finds nothing here.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { askOsv, buildpackList, components, filesOf, pageList, secrets } from '../audit/audit.mjs';
import { librariesIn, packedInto } from '../audit/jars.mjs';
import { advisoryFaults, compareVersions, fits, licenceFaults, oldAge, secretFaults } from '../audit/rules.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { advisories } = JSON.parse(readFileSync(join(ROOT, 'deploy/audit/advisories.json'), 'utf8'));
const files = filesOf(ROOT);
const page = pageList(JSON.parse(readFileSync(join(ROOT, 'hosting/package-lock.json'), 'utf8')));

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

test('a list of advisories is called old after sixty days', () => {
  assert.equal(oldAge('2025-12-01', new Date('2026-01-30')), undefined);
  assert.match(oldAge('2025-12-01', new Date('2026-01-31')), /^OLD: .* 61 days ago/);
});

/** A ZIP of stored files. */
function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const [nameBytes, bytes] = [Buffer.from(name), Buffer.from(content)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(nameBytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt16LE(nameBytes.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(local, nameBytes, bytes);
    directory.push(entry, nameBytes);
    at += 30 + nameBytes.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const properties = (group, name, version) => ({ [`META-INF/maven/${group}/${name}/pom.properties`]: `artifactId=${name}\r\ngroupId=${group}\nversion=${version}\n` });

test('libraries that are packed into a jar, or into a jar in it, are found', () => {
  const deep = zip(properties('org.eclipse.jetty', 'jetty-http', '12.1.3'));
  const bundle = zip({ 'META-INF/MANIFEST.MF': 'Bundle-SymbolicName: org.example.a\r\n .b;singleton:=true\r\nBundle-Version: 1.2.3\r\n' });
  const jar = zip({ ...properties('com.example', 'outer', '1'), ...properties('com.fasterxml', 'jackson', '2.15.2'), 'lib/deep.jar': deep, 'lib/bundle.jar': bundle });
  assert.deepEqual(librariesIn(jar), [
    { group: 'com.example', name: 'outer', version: '1' },
    { group: 'com.fasterxml', name: 'jackson', version: '2.15.2' },
    { group: 'org.eclipse.jetty', name: 'jetty-http', version: '12.1.3' },
    { group: 'org.example.a', name: 'b', version: '1.2.3' },
  ]);
});

test('what is packed joins the list, unless the list has it first, and its faults are found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jars-'));
  try {
    writeFileSync(join(folder, 'outer.jar'), zip({ ...properties('org.eclipse.jetty', 'jetty-http', '12.1.3'), ...properties('org.eclipse.jetty', 'jetty-io', '12.1.3') }));
    const outer = { group: 'com.example', name: 'outer', version: '1', purl: 'pkg:maven/com.example/outer@1', licenses: [] };
    const listed = { group: 'org.eclipse.jetty', name: 'jetty-io', version: '12.1.13', purl: 'pkg:maven/org.eclipse.jetty/jetty-io@12.1.13', licenses: [] };
    const packed = packedInto({ components: [outer, listed] }, ({ name }) => (name === 'outer' ? join(folder, 'outer.jar') : undefined));
    assert.deepEqual(packed.map(({ name, version }) => `${name} ${version}`), ['jetty-http 12.1.3']);
    assert.deepEqual(packed[0].properties, [{ name: 'moodify:inside', value: 'com.example/outer 1' }]);
    assert.match(advisoryFaults(components({ components: packed }), advisories)[0], /CVE-2026-2332/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('it is known what the buildpack starts functions with', () => {
  const list = buildpackList(readFileSync(join(ROOT, 'deploy/packages/pom.xml'), 'utf8'));
  assert.match(list.components[0].version, /^\d+\.\d+\.\d+$/);
});

test('of a choice of licences one must fit, of a sum all', () => {
  assert.ok(fits('(MIT OR GPL-3.0-only)'));
  assert.ok(!fits('MIT AND GPL-3.0-only'));
  assert.ok(!fits('AGPL-3.0-only'));
  assert.ok(!fits(undefined));
});

test('a licence that does not fit is reported with the library', () => {
  const components = [
    { name: 'a/good', version: '1', licences: ['Apache-2.0'] },
    { name: 'a/strong', version: '2', licences: ['GPL-3.0-only'] },
    { name: 'a/silent', version: '3', licences: [] },
  ];
  assert.deepEqual(licenceFaults(components), ['a/strong 2: GPL-3.0-only', 'a/silent 3: names no licence']);
});

test("a list becomes libraries, without Moodify's own", () => {
  const list = {
    components: [
      { group: 'app.moodify', name: 'moodify-core', version: '1', purl: 'pkg:maven/app.moodify/moodify-core@1' },
      { group: 'com.example', name: 'lib', version: '2', purl: 'pkg:maven/com.example/lib@2', licenses: [{ license: { id: 'MIT' } }] },
      { name: 'tool', version: '3', purl: 'pkg:npm/tool@3', scope: 'excluded', licenses: [{ expression: 'MIT OR ISC' }] },
    ],
  };
  assert.deepEqual(components(list), [
    { ecosystem: 'Maven', name: 'com.example/lib', version: '2', isShipped: true, licences: ['MIT'] },
    { ecosystem: 'npm', name: 'tool', version: '3', isShipped: false, licences: ['MIT OR ISC'] },
  ]);
});

test('the list of the page names packages, checksums and licences', () => {
  assert.equal(page.bomFormat, 'CycloneDX');
  const lit = page.components.find(({ name }) => name === 'lit');
  assert.equal(lit.purl, `pkg:npm/lit@${lit.version}`);
  assert.equal(lit.scope, 'required');
  assert.deepEqual(lit.licenses, [{ expression: 'BSD-3-Clause' }]);
  assert.match(lit.hashes[0].content, /^[0-9a-f]{128}$/);
});

const FOUND = {
  'a private key': ['-----BEGIN', 'PRIVATE KEY-----'].join(' '),
  'a Google API key': 'AIza' + 'Sy0123456789abcdefghijklmnopqrstuvw'.slice(0, 35),
  'a GitHub token': 'gh' + 'p_' + 'a1B2'.repeat(9),
  'an AWS access key': 'AKIA' + 'ABCDEFGHIJKLMNOP',
  'a signed token (JWT)': ['eyJ' + 'a'.repeat(20), 'eyJ' + 'b'.repeat(20), 'c'.repeat(30)].join('.'),
  'a Jamendo client id': 'JAMENDO_CLIENT_' + 'ID=12ab34cd',
  'a password in an address': 'postgres://' + 'ada:correcthorse@db.internal/x',
};
for (const [what, text] of Object.entries(FOUND)) {
  test(`finds ${what}`, () => {
    assert.deepEqual(secretFaults('a.txt', `first\nx = "${text}"`), [`a.txt:2: looks like ${what}`]);
    assert.deepEqual(secretFaults('a.txt', `x = "${text}" # audit: no secret, made up`), []);
  });
}

test('finds a password that is written down beside its name', () => {
  const line = ['aws_secret_access_', 'key = "wJalrXUtnFEMI0K7MDENGbPxRfiCYEXAMPLEKEY00"'].join('');
  assert.deepEqual(secretFaults('a.py', line), ['a.py:1: looks like a password or key']);
  assert.deepEqual(secretFaults('a.py', 'token = "not a secret, only words"'), []);
});

test('a secret that was planted in a checkout is found, before it is committed and after', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'audit-'));
  const git = (...words) => execFileSync('git', ['-C', checkout, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words], { stdio: 'pipe' });
  git('init', '-q');
  writeFileSync(join(checkout, '.gitignore'), 'ignored.txt\n');
  writeFileSync(join(checkout, 'ignored.txt'), FOUND['a GitHub token']);
  mkdirSync(join(checkout, 'a folder'));
  writeFileSync(join(checkout, 'a folder/settings.txt'), `first\nkey = ${FOUND['a Google API key']}\n`);
  const expected = ['a folder/settings.txt:2: looks like a Google API key'];
  assert.deepEqual(secrets(checkout), expected);
  git('add', '.');
  git('commit', '-qm', 'x');
  assert.deepEqual(secrets(checkout), expected);
  rmSync(checkout, { recursive: true });
});

/** A fake osv.dev: knows a fault of minimist 1.2.0 on two pages, and nothing else. */
async function fakeOsv() {
  const asked = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { queries } = JSON.parse(body);
    asked.push(queries);
    const results = queries.map(({ package: { name }, version, page_token }) => {
      if (name !== 'minimist' || version !== '1.2.0') return {};
      return page_token === 'more' ? { vulns: [{ id: 'GHSA-xvch-5gv4-984h' }] } : { vulns: [{ id: 'GHSA-vh95-rmgr-6w4m' }], next_page_token: 'more' };
    });
    response.writeHead(queries.length > 1000 ? 400 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ results }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { asked, address: `http://127.0.0.1:${server.address().port}/v1/querybatch`, close: () => server.close() };
}

test('osv.dev is asked about every library, in portions that it takes, to the last page', async () => {
  const osv = await fakeOsv();
  const many = Array.from({ length: 1500 }, (_, i) => ({ ecosystem: 'npm', name: `sound-${i}`, version: '1.0.0' }));
  const found = await askOsv([...many, { ecosystem: 'npm', name: 'minimist', version: '1.2.0' }, { ecosystem: 'Maven', name: 'com.example/lib', version: '2' }], osv.address);
  osv.close();
  assert.deepEqual(found, [
    'minimist 1.2.0: GHSA-vh95-rmgr-6w4m (https://osv.dev/GHSA-vh95-rmgr-6w4m)',
    'minimist 1.2.0: GHSA-xvch-5gv4-984h (https://osv.dev/GHSA-xvch-5gv4-984h)',
  ]);
  assert.deepEqual(osv.asked.map(({ length }) => length), [1000, 502, 1]);
  assert.deepEqual(osv.asked[1].at(-1), { package: { ecosystem: 'Maven', name: 'com.example:lib' }, version: '2' });
});

test('an osv.dev that does not answer is no clean bill', async () => {
  await assert.rejects(askOsv([{ ecosystem: 'npm', name: 'a', version: '1' }], 'http://127.0.0.1:9/'));
});

test('every kind of dependency is kept current by Dependabot', () => {
  const file = readFileSync(join(ROOT, '.github/dependabot.yml'), 'utf8');
  assert.match(file, /^version: 2$/m);
  const updates = file.split('- package-ecosystem: ').slice(1).map((update) => ({
    ecosystem: /^\S+/.exec(update)[0],
    folders: (/director(?:y|ies): \[?([^\]\n]+)/.exec(update)?.[1] ?? '').split(',').map((each) => each.trim()),
    interval: /interval: (\w+)/.exec(update)?.[1],
  }));
  const MANIFESTS = { maven: /(^|\/)pom\.xml$/, npm: /(^|\/)package\.json$/, pip: /(^|\/)requirements\.txt$/, terraform: /(^|\/)versions\.tf$/ };
  for (const { ecosystem, folders, interval } of updates) {
    assert.equal(interval, 'weekly');
    for (const folder of folders) {
      assert.ok(files.some((path) => `/${path}`.startsWith(folder) && MANIFESTS[ecosystem]?.test(path)), `${ecosystem} has nothing in ${folder}`);
    }
  }
  // Maven's modules follow from the pom at the root; emulators' triggers need no package.
  for (const [ecosystem, manifest] of Object.entries(MANIFESTS)) {
    const covered = updates.filter((update) => update.ecosystem === ecosystem).flatMap(({ folders }) => folders);
    for (const path of files.filter((each) => manifest.test(each) && !/^(libs|functions|tools|deploy\/packages)\//.test(each))) {
      const folder = '/' + path.split('/').slice(0, -1).join('/');
      assert.ok(covered.includes(folder), `${path} is kept current by nobody`);
    }
  }
});

test('no secret is in the sources', () => {
  assert.ok(files.length > 100);
  assert.deepEqual(secrets(ROOT), []);
});

test("the page's libraries have licences that fit and no known fault", () => {
  const libraries = components(page);
  assert.ok(libraries.length > 50);
  assert.deepEqual(licenceFaults(libraries), []);
  assert.deepEqual(advisoryFaults(libraries, advisories), []);
});

test('lock files name no registry', () => {
  for (const folder of ['hosting', 'hosting/test/api/openapi', 'terraform/checks']) {
    const path = `${folder}/package-lock.json`;
    assert.ok(!readFileSync(join(ROOT, path), 'utf8').includes('"resolved"'), path);
  }
});
