// Terraform's own checks, where it is installed: its providers are stubs, see provider.mjs.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stubProviders } from '../provider.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where, from what and to what, and what Terraform says. It looks at values only if names are right: hence two runs. */
const MISTAKES = [
  [
    ['an unknown argument', 'data.tf', 'max_age_seconds = 3600', 'max_age = 3600', /"max_age" is not expected here/],
    ['an unknown block', 'metrics.tf', '  metric_descriptor {', '  descriptor {', /"descriptor" are not expected here/],
    ['a missing argument', 'messaging.tf', '  secret_id = each.value\n', '', /"secret_id" is required/],
    ['a resource type that does not exist', 'messaging.tf', 'resource "google_pubsub_topic" "upkeep"', 'resource "google_pubsub_topik" "upkeep"', /does not support resource type "google_pubsub_topik"/],
    ['a block written as an argument', 'data.tf', '  soft_delete_policy {', '  soft_delete_policy = {', /Did you mean to define a block of type "soft_delete_policy"/],
    ['a required argument in a dynamic block', 'modules/function/main.tf', '          attribute = event_filters.value.attribute\n', '', /"attribute" is required/],
    ['a variable that is not there', 'main.tf', 'location = var.region', 'location = var.regoin', /"regoin" has not been declared/],
    ['a resource that is not there', 'main.tf', 'logWriter"\n  member  = google_service_account.builder', 'logWriter"\n  member  = google_service_account.bilder', /"bilder" has not been declared/],
  ],
  [
    ['a number that is none', 'messaging.tf', 'ack_deadline_seconds       = 60', 'ack_deadline_seconds = "soon"', /a number is required/],
    ['an output that is not there', 'access.tf', 'module.function[each.key].member', 'module.function[each.key].account', /"account"/],
  ],
];

function absent() {
  const { error, stdout } = spawnSync('terraform', ['version', '-json'], { encoding: 'utf8' });
  if (error) return 'Terraform is not installed: these checks need 1.9 or later; the others do not.';
  const { terraform_version: version } = JSON.parse(stdout);
  const [major, minor] = version.split('.').map(Number);
  return major === 1 && minor >= 9 ? false : `Terraform ${version} is installed, and 1.9 or later is needed.`;
}

describe('terraform', { skip: absent() }, () => {
  let folder;
  let providers;

  before(async () => {
    providers = await stubProviders();
    folder = mkdtempSync(join(tmpdir(), 'terraform-'));
    // In a copy, for Terraform writes into the folder; the file that it reads beside it goes along.
    for (const name of readdirSync(ROOT).filter((each) => !['checks', '.terraform', '.packages'].includes(each))) {
      cpSync(join(ROOT, name), join(folder, 'terraform', name), { recursive: true });
    }
    cpSync(join(ROOT, '../firestore.indexes.json'), join(folder, 'firestore.indexes.json'));
    // As if Maven had made the packages.
    for (const module of readdirSync(join(ROOT, '../functions'))) {
      mkdirSync(join(folder, 'functions', module, 'target/deployment'), { recursive: true });
      writeFileSync(join(folder, 'functions', module, 'target/deployment/function.jar'), '');
    }
    const { status, output } = await terraform('init', '-backend=false');
    assert.equal(status, 0, output);
  });

  after(() => {
    providers.close();
    rmSync(folder, { recursive: true });
  });

  /** Not spawnSync: the providers answer from this process. */
  function terraform(...args) {
    const options = {
      cwd: join(folder, 'terraform'),
      env: { ...process.env, ...providers.environment, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
    };
    return new Promise((resolve) => {
      execFile('terraform', [...args, '-no-color'], options, (error, stdout, stderr) =>
        resolve({ status: error ? error.code : 0, output: stdout + stderr }),
      );
    });
  }

  /** Changes the copy, and returns what puts it right again. */
  function change([, file, from, to]) {
    const path = join(folder, 'terraform', file);
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes(from), `${file} has no "${from}"`);
    writeFileSync(path, text.replace(from, to));
    return () => writeFileSync(path, text);
  }

  test('finds it formatted', async () => {
    const { status, output } = await terraform('fmt', '-check', '-recursive');
    assert.equal(status, 0, `not formatted: ${output}`);
  });

  test('finds it valid', async () => {
    const { status, output } = await terraform('validate');
    assert.equal(status, 0, `${output}A type that schemas/ lacks is added by npm run schema.`);
  });

  test('passes its own tests', async () => {
    const { status, output } = await terraform('test');
    assert.equal(status, 0, output);
    assert.match(output, /\d+ passed, 0 failed/);
  });

  for (const mistakes of MISTAKES) {
    describe('finds', () => {
      let found;

      before(async () => {
        const undo = mistakes.map(change).reverse();
        const { output } = await terraform('validate', '-json');
        undo.forEach((each) => each());
        found = JSON.parse(output).diagnostics.map(({ detail, range }) => `${range.filename}: ${detail}`);
      });

      for (const [what, file, , , expected] of mistakes) {
        test(what, () => {
          assert.ok(found.some((each) => each.startsWith(`${file}: `) && expected.test(each)), found.join('\n'));
        });
      }
    });
  }
});
