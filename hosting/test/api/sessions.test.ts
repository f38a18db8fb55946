import { expect, test } from 'vitest';
import { stack } from '../stack';
import { Person } from './person';

test('signing out everywhere ends every session, at once', async () => {
  const person = await Person.withPassword();
  // The emulator, as production, counts in seconds: a token of the same second would stay good.
  await new Promise((resolve) => setTimeout(resolve, 1_500));

  expect((await person.call('POST', 'sign-out-everywhere')).status).toBe(204);

  expect((await person.call('GET', 'export')).status).toBe(401);
});

test('without a token, or with one that is not good, nothing is done', async () => {
  const person = await Person.withPassword();
  for (const [method, path] of [
    ['GET', 'export'],
    ['DELETE', 'account'],
    ['POST', 'sign-out-everywhere'],
    ['POST', 'playlists/some-mood-of-somebody/reshuffle'],
  ] as const) {
    for (const token of [undefined, 'Bearer nonsense', `Bearer ${person.token.slice(0, -40)}x`]) {
      const answer = await fetch(`${stack.page}/api/v1/${path}`, {
        method,
        headers: new Headers(token === undefined ? [] : [['authorization', token]]),
      });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
  }
  expect(await person.hasAccount()).toBe(true);
});
