// A first deployment, and a second, with the real firebase-tools against a fake of Google's services.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BUCKET, FakeGoogle, Fault, PROJECT } from './rehearsal/fake-google.mjs';
import { PAGE, ScratchCheckout } from './rehearsal/scratch-checkout.mjs';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const lacksFirebaseTools = !existsSync(join(CHECKOUT, 'hosting/node_modules/firebase-tools')) && 'npm ci in hosting brings firebase-tools.';

/** What a first deployment met elsewhere: each once, in the words of Google, firebase-tools or the provider. */
const NOT_READY = [
  new Fault(/:addFirebase/, 403, 'Firebase Management API has not been used in project 123456789012 before or it is disabled.'),
  new Fault(/defaultBucket/, 403, 'Cloud Storage for Firebase API has not been used in project 123456789012 before or it is disabled.'),
  new Fault(/eventarc\.googleapis\.com:generateServiceIdentity/, 403, 'Eventarc API has not been used in project 123456789012 before or it is disabled.'),
  new Fault(/terraform .* apply/, 403, 'Error: Error waiting to create function: Validation failed for trigger: Permission denied while using the Eventarc Service Agent.'),
  new Fault(/terraform .* apply/, 403, 'Error: Unable to retrieve the repository metadata for projects/moodify-rehearsal/locations/us-central1/repositories/gcf-artifacts.'),
  new Fault(/firebaserules.*:test/, 403, 'Firebase Rules API has not been used in project 123456789012 before or it is disabled.'),
  new Fault(/\/versions$/, 403, 'Firebase Hosting API has not been used in project 123456789012 before or it is disabled.'),
  new Fault(/PATCH identitytoolkit/, 403, 'Identity Toolkit API has not been used in project 123456789012 before or it is disabled.'),
];

const read = (path) => readFileSync(join(CHECKOUT, path), 'utf8');

describe('a first deployment, to a project in which nothing is ready at once', { skip: lacksFirebaseTools }, () => {
  let google;
  let checkout;
  let first;

  before(async () => {
    google = await new FakeGoogle(NOT_READY).start();
    google.unseenLooks = 3;
    checkout = new ScratchCheckout(google);
    first = await checkout.deploy();
  });

  after(() => {
    checkout.remove();
    google.close();
  });

  test('ends with the address of the page', () => {
    assert.equal(first.status, 0, first.output);
    assert.match(first.output, new RegExp(`^https://${PROJECT}\\.web\\.app$`, 'm'));
    assert.deepEqual(google.unanswered, []);
  });

  test('met every fault', () => {
    assert.deepEqual(google.faults, []);
  });

  test('releases the rules as they are in the checkout', () => {
    const released = (name) => google.rulesets.get(google.releases.get(`projects/${PROJECT}/releases/${name}`).rulesetName).source.files;
    assert.deepEqual(released('cloud.firestore').map(({ content }) => content), [read('firestore.rules')]);
    assert.deepEqual(released(`firebase.storage/${BUCKET}`).map(({ content }) => content), [read('storage.rules')]);
  });

  test('names no folder of the machine in what it deploys', () => {
    const names = [...google.rulesets.values()].flatMap(({ source }) => source.files.map(({ name }) => name));
    assert.deepEqual(names.sort(), ['firestore.rules', 'storage.rules']);
  });

  test('makes the indexes', () => {
    const wanted = JSON.parse(read('firestore.indexes.json')).indexes;
    assert.equal(google.indexes.length, wanted.length);
  });

  test('serves the page, with its headers and the functions behind it', () => {
    const [{ files, config }] = google.hostingReleases;
    const served = Object.fromEntries(Object.entries(files).map(([path, hash]) => [path.slice(1), google.uploads.get(hash).toString()]));
    assert.deepEqual(served, { ...PAGE, 'app-check.json': '{}\n', 'sign-in.json': '{"google":true}\n' });
    assert.ok(config.headers.some(({ headers }) => headers['Content-Security-Policy']));
    const services = config.rewrites.flatMap(({ run }) => (run ? [run.serviceId] : []));
    assert.deepEqual([...new Set(services)].sort(), ['analyze', 'api']);
  });

  test('keeps the state where the functions are', () => {
    assert.equal(google.stateBucketLocation, 'us-central1');
  });

  test('makes the key of the security trail once', () => {
    assert.deepEqual([...google.secrets], [['MOODIFY_TRAIL_KEY', 1]]);
  });

  test('sets accounts up', () => {
    assert.equal(google.accounts.notification.sendEmail.callbackUri, `https://${PROJECT}.web.app/action`);
  });

  test('tries it out with patience', () => {
    assert.match(google.asked.at(-1), /^smoke-test --page https:.* --timeout 600$/);
  });

  describe('and once more', () => {
    let asked;
    let second;

    before(async () => {
      google.asked.length = 0;
      second = await checkout.deploy();
      asked = google.asked;
    });

    test('ends well', () => {
      assert.equal(second.status, 0, second.output);
      assert.deepEqual(google.unanswered, []);
    });

    test('has no more patience than usual', () => {
      assert.match(asked.at(-1), /^smoke-test (?!.*--timeout)/);
    });

    test('makes nothing a second time, and uploads nothing that is there', () => {
      const making = /addFirebase|POST .*\/(webApps|sites\?.*|indexes|rulesets|defaultBucket)$|POST upload-|buckets create|secrets create|versions add/;
      assert.deepEqual(asked.filter((each) => making.test(each)), []);
      assert.equal(google.hostingReleases.length, 2);
    });
  });

  test('asks gcloud for nothing that gcloud does not know', { skip: lacksGcloud() }, async () => {
    // One of each command, with whatever values.
    const calls = new Map(google.asked.filter((each) => each.startsWith('gcloud ')).map((each) => [/^([a-z-]+ )+/.exec(each)[0], each]));
    assert.ok(calls.size > 5);
    const faults = await Promise.all([...calls.values()].map(misunderstood));
    assert.deepEqual(faults.filter(Boolean), []);
  });
});

test('what is no matter of waiting ends it at once', { skip: lacksFirebaseTools }, async () => {
  const google = await new FakeGoogle([new Fault(/terraform .* apply/, 403, 'Error: The billing account for the owning project is disabled.')]).start();
  const checkout = new ScratchCheckout(google);
  const { status, output } = await checkout.deploy();
  checkout.remove();
  google.close();

  assert.equal(status, 1);
  assert.match(output, /The billing account for the owning project is disabled/);
  assert.equal(google.asked.filter((each) => /terraform .* apply/.test(each)).length, 1);
  assert.equal(google.hostingReleases.length, 0);
});

function lacksGcloud() {
  return spawnSync('gcloud', ['--version']).error ? 'The Google Cloud CLI is not installed.' : false;
}

/** Asks the real gcloud, with nobody signed in: what it cannot parse it refuses with status 2, before it asks for anybody. */
function misunderstood(call) {
  const folder = mkdtempSync(join(tmpdir(), 'gcloud-'));
  const env = { ...process.env, CLOUDSDK_CONFIG: folder, CLOUDSDK_CORE_DISABLE_PROMPTS: '1' };
  return new Promise((done) => {
    execFile('gcloud', call.split(' ').slice(1), { env, timeout: 120_000 }, (error, stdout, stderr) => {
      rmSync(folder, { recursive: true });
      done(error?.code === 2 ? `${call}: ${stderr}` : '');
    });
  });
}
