import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { idTokenOf, openAccount } from '../browser/account-emulator';
import { expect, test } from '../browser/test';
import { stack } from '../stack';
import { appCheckToken, askForToken } from './local-app-check';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const OPERATIONS = [
  ['POST', 'analyses'],
  ['POST', 'consents'],
  ['GET', 'export'],
  ['POST', 'playlists/some-mood/reshuffle'],
  ['POST', 'sign-out-everywhere'],
  ['DELETE', 'account'],
] as const;

/** Asks as a program does that has somebody's ID token. */
async function ask(method: string, path: string, idToken: string, appCheck?: string) {
  const answer = await fetch(`${stack.page}/api/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${idToken}`,
      ...(appCheck !== undefined && { 'X-Firebase-AppCheck': appCheck }),
    },
  });
  const isProblem = answer.headers.get('content-type')?.includes('problem+json');
  const { code } = isProblem ? ((await answer.json()) as { code?: string }) : {};
  return [answer.status, code];
}

/** The same token, signed by somebody else, in whose place its own signature stands. */
function forged(token: string): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  return [header, claims, signature.split('').reverse().join('')].join('.');
}

/** The same token for another project. */
function forAnotherProject(token: string): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const said = Buffer.from(claims, 'base64url').toString();
  const changed = said.replace(stack.projectId, 'demo-another');
  return [header, Buffer.from(changed).toString('base64url'), signature].join('.');
}

for (const [method, path] of OPERATIONS) {
  test(`${method} ${path} refuses who is signed in but shows no token of the page`, async () => {
    const idToken = idTokenOf(await openAccount());
    const token = await appCheckToken();
    for (const bad of [undefined, '', 'forged', idToken, forged(token), forAnotherProject(token)]) {
      expect(await ask(method, path, idToken, bad)).toEqual([401, 'app_check_failed']);
    }
    // Nothing was done: the account is there, and its session is not over.
    expect(await ask('GET', 'export', idToken, token)).toEqual([200, undefined]);
  });
}

test('a token of the page lets nobody in who is not signed in', async () => {
  expect(await ask('GET', 'export', 'nobody', await appCheckToken())).toEqual([
    401,
    'invalid_token',
  ]);
});

test('no other page and no program without a page gets a token', async () => {
  for (const page of [undefined, 'https://evil.example', `${stack.page}1`]) {
    expect((await askForToken(page)).status).toBe(403);
  }
});

test('the smoke test of a deployment goes through, and sees that others are refused', async () => {
  const { stdout } = await promisify(execFile)('node', [
    `${ROOT}/deploy/smoke-test.mjs`,
    ...['--page', stack.page, '--photo', `${ROOT}/models/faces/eileen_collins.png`],
    '--expects-app-check',
  ]);
  expect(stdout).toContain('who is not the page is refused');
  expect(stdout).toContain('the person is erased');
});
