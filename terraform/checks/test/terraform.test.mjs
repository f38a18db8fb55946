// Terraform's own checks, where it is installed: its providers are played, see provider.mjs.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { standIns } from '../provider.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

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
    providers = await standIns();
    folder = mkdtempSync(join(tmpdir(), 'terraform-'));
    // In a copy, for Terraform writes into the folder; the file that it reads beside it goes along.
    for (const name of readdirSync(ROOT).filter((each) => !['checks', '.terraform', '.packages'].includes(each))) {
      cpSync(join(ROOT, name), join(folder, 'terraform', name), { recursive: true });
    }
    cpSync(join(ROOT, '../firestore.indexes.json'), join(folder, 'firestore.indexes.json'));
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

  test('finds it formatted', async () => {
    const { status, output } = await terraform('fmt', '-check', '-recursive');
    assert.equal(status, 0, `not formatted: ${output}`);
  });

  test('finds it valid', async () => {
    const { status, output } = await terraform('validate');
    assert.equal(status, 0, output);
  });

  test('passes its own tests', async () => {
    const { status, output } = await terraform('test');
    assert.equal(status, 0, output);
    assert.match(output, /\d+ passed, 0 failed/);
  });

  test('would find an argument that the provider does not know', async () => {
    const file = join(folder, 'terraform/data.tf');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('max_age_seconds = 3600', 'max_age = 3600'));
    const { status, output } = await terraform('validate');
    writeFileSync(file, before);
    assert.notEqual(status, 0);
    assert.match(output, /"max_age" is not expected here/);
  });
});
