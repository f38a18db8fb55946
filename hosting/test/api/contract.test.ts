import { describe, expect, test } from 'vitest';
import { stack } from '../stack';
import { answers, SHOWN_IN_JAVA } from './answers';
import { calls, clientFor } from './client';
import { describedAnswers, document, expectValid, operations } from './document';
import { exportData } from './generated/sdk.gen';
import { Person } from './person';

// Every answer to the generated client is held against the document: see client.ts. What the document itself
// has to look like is for the linters in the folder openapi.

test('the generated client has every operation of the document, and each is called', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(operations.length).toBeGreaterThan(0);
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
    Object.keys(calls).sort(),
  );
});

const described = describedAnswers().filter(({ name }) => !SHOWN_IN_JAVA.test(name));

/** A wait's seconds are a matter of the moment. */
const withoutSeconds = (problem: unknown) =>
  JSON.stringify(problem).replace(/\d+ seconds/, 'some seconds');

test.each(described.map((each) => [each.name, each] as const))(
  '%s is answered as described',
  async (name, { status, code, example }) => {
    const getAnswer = answers[name];
    if (getAnswer === undefined) {
      throw new Error('The document describes this answer, and no test gets it: see answers.ts');
    }

    const { response, data, error } = await getAnswer();

    expect([response.status, error]).toEqual([
      status,
      status < 400 ? undefined : expect.anything(),
    ]);
    if (status >= 400) {
      expect(withoutSeconds(error)).toBe(withoutSeconds(example));
    } else if (code !== undefined) {
      expect(data).toMatchObject({ status: code });
    }
  },
);

test('every answer that a test gets is described', () => {
  const names = described.map(({ name }) => name);
  expect(Object.keys(answers).filter((name) => !names.includes(name))).toEqual([]);
});

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  const problem: unknown = await response.json();
  expect([response.status, problem]).toMatchObject([status, { status, code }]);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expectValid('#/components/schemas/Problem', problem, code);
}

test.each(Object.keys(document.paths))('%s refuses other methods', async (path) => {
  const allowed = operations.filter((each) => each.path === path).map(({ method }) => method);
  const address = `${stack.page}/api/v1${path.replace('{moodId}', 'some-mood-of-nobody')}`;

  const response = await fetch(address, { method: allowed.includes('POST') ? 'PUT' : 'POST' });

  expect(response.headers.get('allow')).toBe(allowed.join());
  await expectProblem(response, 405, 'method_not_allowed');
});

test('there is nothing at other paths, with or without a token', async () => {
  const { token } = await Person.anonymous();
  for (const headers of [new Headers(), new Headers({ authorization: `Bearer ${token}` })]) {
    const response = await fetch(`${stack.page}/api/v1/nowhere`, { headers });
    await expectProblem(response, 404, 'no_such_path');
  }
});

describe.each([
  ['analyses', 'POST', stack.analyze],
  ['export', 'GET', stack.api],
])('%s', (path, method, port) => {
  const preflight = (origin: string) =>
    fetch(`http://${stack.host}:${port}/api/v1/${path}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method },
    });

  test("may be called from Moodify's own page only", async () => {
    const own = await preflight(stack.page);
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([204, stack.page]);
    const strange = await preflight('https://evil.example');
    expect(strange.headers.get('access-control-allow-origin')).toBeNull();
    await expectProblem(strange, 403, 'origin_not_allowed');
  });
});

test('a request keeps the id that its caller gave it, if it is a sane one', async () => {
  const requestId = async (id: string) => {
    const { response } = await exportData({ client: clientFor(), headers: { 'X-Request-Id': id } });
    return response.headers.get('x-request-id');
  };

  expect(await requestId('my-request-1')).toBe('my-request-1');
  expect(await requestId('a b')).not.toBe('a b');
});
