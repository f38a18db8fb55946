// What is deployed of App Check, and what is not where it is off.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pageSettings, withRecaptcha } from '../app-check.mjs';
import { configuration } from '../firebase-config.mjs';

const local = JSON.parse(readFileSync(new URL('../../firebase.json', import.meta.url), 'utf8'));
const appCheck = { site_key: 'site-key', app_id: '1:2:web:3', is_enforced: true };
const place = { page: 'page', region: 'europe-west4', bucket: 'bucket', path: (name) => name };

/** The sources of each directive of the policy that Hosting sends. */
function policyOf({ hosting }) {
  const [{ value }] = hosting.headers.flatMap(({ headers }) => headers).filter(({ key }) => key === 'Content-Security-Policy');
  return Object.fromEntries(value.split('; ').map((directive) => directive.split(' ')).map(([name, ...sources]) => [name, sources]));
}

test('the policy names nothing of reCAPTCHA unless App Check is on', () => {
  assert.deepEqual(configuration(local, place).hosting.headers, local.hosting.headers);
  assert.doesNotMatch(JSON.stringify(local), /recaptcha|appcheck/i);
});

test('with App Check the policy lets in reCAPTCHA and the exchange of its answers, and nothing else', () => {
  const before = policyOf(local);
  delete before['trusted-types'];
  delete before['require-trusted-types-for'];
  const after = policyOf(configuration(local, { ...place, appCheck }));
  const added = Object.fromEntries(
    Object.entries(after)
      .map(([name, sources]) => [name, sources.filter((source) => !before[name].includes(source))])
      .filter(([, sources]) => sources.length > 0),
  );
  assert.deepEqual(added, {
    'script-src': ['https://www.google.com/recaptcha/', 'https://www.gstatic.com/recaptcha/'],
    'frame-src': ['https://www.google.com/recaptcha/', 'https://recaptcha.google.com/recaptcha/'],
    'connect-src': ['https://content-firebaseappcheck.googleapis.com', 'https://www.google.com/recaptcha/'],
  });
  for (const [name, sources] of Object.entries(before)) {
    assert.deepEqual(after[name].slice(0, sources.length), sources, `${name} lost something`);
  }
});

test('the policy that lets reCAPTCHA in asks for no Trusted Types', () => {
  const strict = "script-src 'self'; frame-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types moodify; report-uri /x";
  assert.doesNotMatch(withRecaptcha(strict), /trusted-types/);
  assert.match(withRecaptcha(strict), /; report-uri \/x$/);
});

test('a policy without a place for reCAPTCHA is not deployed in silence', () => {
  assert.throws(() => withRecaptcha("default-src 'none'; script-src 'self'"), /no frame-src/);
});

test('the page is told the site key and the app, no secret, and nothing where App Check is off', () => {
  assert.deepEqual(pageSettings(appCheck), { provider: 'recaptcha-enterprise', siteKey: 'site-key', appId: '1:2:web:3' });
  assert.deepEqual(pageSettings(null), {});
});
