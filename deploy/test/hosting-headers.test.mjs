// The headers that are deployed with the page are those of firebase.json, which the emulators send and the tests of the
// API hold against what they get: see hosting/test/api/headers.test.ts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { configuration } from '../firebase-config.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const local = JSON.parse(readFileSync(join(ROOT, 'firebase.json'), 'utf8'));
const deployed = configuration(local, { region: 'europe-west4', bucket: 'some-bucket', path: (name) => name });
const route = readFileSync(join(ROOT, 'functions/api/src/main/java/app/moodify/api/Route.java'), 'utf8');

test('what is deployed has the headers of firebase.json, each of them', () => {
  assert.deepEqual(deployed.hosting.headers, local.hosting.headers);
});

test('violations of the policy are reported to an address that a function answers', () => {
  const headers = new Map(deployed.hosting.headers.find(({ source }) => source === '**').headers.map(({ key, value }) => [key, value]));
  const [, name, address] = /^(\w+)="(.+)"$/.exec(headers.get('Reporting-Endpoints'));
  const policy = headers.get('Content-Security-Policy').split('; ');

  assert.ok(policy.includes(`report-to ${name}`));
  assert.ok(policy.includes(`report-uri ${address}`));
  const [, path] = /CSP_REPORT\("POST", "([\w-]+)"/.exec(route);
  assert.equal(address, `/api/v1/${path}`);
});
