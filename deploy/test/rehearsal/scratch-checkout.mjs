// A checkout to deploy from: the real scripts, rules and firebase-tools, a small page instead of the built one, and stubs of
// what asks Google by itself (gcloud, Terraform, the smoke test) or builds (mvn, npm).
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT } from './fake-google.mjs';

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));

/** Which variable of firebase-tools leads to which service: lib/api.js. */
const SERVICES = {
  FIREBASE_API_URL: 'firebase.googleapis.com',
  FIREBASE_HOSTING_API_URL: 'firebasehosting.googleapis.com',
  FIREBASE_RULES_URL: 'firebaserules.googleapis.com',
  FIREBASE_RESOURCEMANAGER_URL: 'cloudresourcemanager.googleapis.com',
  FIREBASE_SERVICE_USAGE_URL: 'serviceusage.googleapis.com',
  FIREBASE_FIREBASESTORAGE_URL: 'firebasestorage.googleapis.com',
  FIREBASE_STORAGE_URL: 'storage.googleapis.com',
  FIRESTORE_URL: 'firestore.googleapis.com',
};

/** The page that is deployed: what is in it does not matter, but for its being what arrives. */
export const PAGE = { 'index.html': '<title>Moodify</title>', '404.html': 'not found', 'assets/start-1.js': 'export {};' };

export class ScratchCheckout {
  constructor(google) {
    this.google = google;
    this.folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
    const deploy = readdirSync(join(CHECKOUT, 'deploy')).filter((name) => /\.(sh|mjs)$/.test(name)).map((name) => `deploy/${name}`);
    const whole = ['moodify', 'firebase.json', 'firestore.rules', 'firestore.indexes.json', 'storage.rules', 'hosting/package.json', 'hosting/package-lock.json', ...deploy];
    for (const path of whole) cpSync(join(CHECKOUT, path), join(this.folder, path));
    for (const path of ['pom.xml', 'build-tools/a', 'libs/a', 'functions/a', 'tools/a', 'deploy/packages/a', 'docs/retention.json', 'models/face/a', 'libs/vision/src/main/resources/a', 'terraform/main.tf']) {
      this.write(path, 'x');
    }
    symlinkSync(join(CHECKOUT, 'hosting/node_modules'), join(this.folder, 'hosting/node_modules'));
    for (const [name, content] of Object.entries(PAGE)) this.write(`hosting/dist/${name}`, content);
    for (const name of ['gcloud', 'terraform']) this.#tool(name, this.#asking(name));
    for (const name of ['mvn', 'npm']) this.#tool(name, '#!/bin/sh\n');
    // What the deployment waits for Google passes at once; what says how long a step takes goes on every ten seconds.
    this.#tool('sleep', `#!/bin/bash\n[ "$1" != 10 ] || PATH="\${PATH#*:}" exec sleep 10\n`);
    this.write('deploy/smoke-test.mjs', this.#question('smoke-test'));
    // As it is, but for where Google is.
    this.#tool('curl', `#!/bin/bash\nexec /usr/bin/env PATH="\${PATH#*:}" curl "\${@/#https:\\/\\//http://127.0.0.1:${google.port}/}"\n`);
    this.write('credentials.json', JSON.stringify({
      type: 'external_account', audience: '//iam.googleapis.com/rehearsal', subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: google.at('sts.googleapis.com/v1/token'), credential_source: { file: join(this.folder, 'subject') },
    }));
    this.write('subject', 'token');
  }

  write(path, content) {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  #tool(name, content) {
    this.write(`tools/${name}`, content);
    chmodSync(join(this.folder, 'tools', name), 0o755);
  }

  /** A program that has the fake answer. */
  #asking(name) {
    this.write(`tools/${name}.mjs`, this.#question(name));
    return `#!/bin/bash\nexec node '${join(this.folder, 'tools', name)}.mjs' "$@"\n`;
  }

  #question(name) {
    return `
      // Who writes into a pipe that nobody reads fails, or not, as it happens.
      if (process.argv.includes('--data-file=-')) for await (const part of process.stdin) void part;
      const answer = await fetch('${this.google.at(name)}', { method: 'POST', body: JSON.stringify(process.argv.slice(2)) });
      (answer.ok ? process.stdout : process.stderr).write(await answer.text());
      process.exitCode = answer.ok ? 0 : 1;
    `;
  }

  /** Runs `./moodify deploy`, and returns its status and all that it said. */
  deploy(...options) {
    const services = Object.fromEntries(Object.entries(SERVICES).map(([name, host]) => [name, this.google.at(host)]));
    const env = {
      ...services,
      PATH: `${join(this.folder, 'tools')}:${process.env.PATH}`,
      HOME: this.folder,
      XDG_CONFIG_HOME: join(this.folder, '.config'),
      GOOGLE_APPLICATION_CREDENTIALS: join(this.folder, 'credentials.json'),
      CI: 'true',
      NO_UPDATE_NOTIFIER: '1',
      ...(process.env.JAVA_HOME && { JAVA_HOME: process.env.JAVA_HOME }),
    };
    const command = [join(this.folder, 'moodify'), 'deploy', '--project', PROJECT, '--yes', ...options];
    return new Promise((done) => {
      execFile('bash', command, { env, cwd: this.folder, maxBuffer: 64e6 }, (error, stdout, stderr) =>
        done({ status: error ? error.code : 0, output: stdout + stderr }),
      );
    });
  }

  remove() {
    rmSync(this.folder, { recursive: true });
  }
}
