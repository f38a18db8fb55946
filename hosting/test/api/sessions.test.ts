import { describe, expect, test } from 'vitest';
import { calls, clientFor } from './client';
import { operations } from './document';
import { exportData, signOutEverywhere } from './generated/sdk.gen';
import { Person } from './person';

test('signing out everywhere ends every session, at once', async () => {
  const person = await Person.withPassword();
  // The emulator, as production, counts in seconds: a token of the same second would stay good.
  await new Promise((resolve) => setTimeout(resolve, 1_500));

  const { response } = await signOutEverywhere({ client: person.client });

  expect(response.status).toBe(204);
  expect((await exportData({ client: person.client })).response.status).toBe(401);
});

const open = operations.filter(({ security }) => security?.length === 0);
const guarded = Object.entries(calls).filter(
  ([id]) => !open.some(({ operationId }) => operationId === id),
);

test("one call needs no token: a browser's own report", () => {
  expect(open.map(({ operationId }) => operationId)).toEqual(['reportViolations']);
});

describe.each(guarded)('%s', (_, call) => {
  test('does nothing without a token, or with one that is not good', async () => {
    const person = await Person.withPassword();
    for (const token of [undefined, 'nonsense', `${person.token.slice(0, -40)}x`]) {
      const { response } = await call(clientFor(token));
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
    }
    expect(await person.hasAccount()).toBe(true);
  });
});
