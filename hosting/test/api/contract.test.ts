import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, expect, test } from 'vitest';
import { stack } from '../stack';
import { eventually, Person } from './person';

const FILE = new URL('../../../functions/api/openapi.json', import.meta.url);
const PHOTO = readFileSync(new URL('../fixtures/astronaut.jpg', import.meta.url));

interface Answer {
  $ref?: string;
  headers?: Record<string, { $ref?: string }>;
  content?: Record<string, { schema: object }>;
}
interface Contract {
  paths: Record<string, Record<string, { responses?: Record<string, Answer> }>>;
  components: { responses: Record<string, Answer> };
}
const contract = JSON.parse(readFileSync(FILE, 'utf8')) as Contract;
const ajv = new Ajv2020({ strict: false }).addSchema(contract, 'contract');
const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const seen = new Set<string>();

/** Holds an answer against what the contract says of its path, method and status. */
async function check(method: string, path: string, answer: Response): Promise<unknown> {
  const name = `${method} ${path} ${answer.status}`;
  const described = contract.paths[path]?.[method.toLowerCase()]?.responses?.[answer.status];
  expect(described, `${name} is in the contract`).toBeDefined();
  seen.add(`${method} ${path} ${answer.status}`);
  expect(answer.headers.get('x-request-id')).toMatch(/^[A-Za-z0-9._-]{8,64}$/);
  const reference = described?.$ref?.replace('#/components/responses/', '');
  const expected = reference === undefined ? described : contract.components.responses[reference];
  const [media, body] = Object.entries(expected?.content ?? {})[0] ?? [];
  if (media === undefined || body === undefined) {
    expect(await answer.text()).toBe('');
    return undefined;
  }
  expect(answer.headers.get('content-type')).toContain(media);
  if (!media.endsWith('json')) {
    return undefined;
  }
  const json: unknown = await answer.json();
  const { $ref } = body.schema as { $ref: string };
  const validate = ajv.compile({ $ref: `contract${$ref}` });
  expect(
    validate(json),
    `${name}: ${JSON.stringify(json)} ${ajv.errorsText(validate.errors)}`,
  ).toBe(true);
  return json;
}

function analyze(person: Person, body: Buffer | string): Promise<Response> {
  return fetch(`${stack.page}/api/v1/analyses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}`, 'content-type': 'image/jpeg' },
    body: new Uint8Array(Buffer.from(body)),
  });
}

test('the contract is a valid OpenAPI 3.1 file', async () => {
  const validator = new Validator();

  const { valid, errors } = await validator.validate(readFileSync(FILE, 'utf8'));

  expect(valid, JSON.stringify(errors)).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('every operation answers as the contract says', async () => {
  const person = await Person.withPassword();
  const moodId = await person.upload();
  await eventually('the playlist', () => person.document(`playlists/${moodId}`));

  await check('POST', '/analyses', await analyze(person, PHOTO));
  await check('GET', '/export', await person.call('GET', 'export'));
  await check(
    'POST',
    '/playlists/{moodId}/reshuffle',
    await person.call('POST', `playlists/${moodId}/reshuffle`),
  );
  await check('DELETE', '/account', await person.call('DELETE', 'account'));
  const another = await Person.anonymous();
  await check('POST', '/sign-out-everywhere', await another.call('POST', 'sign-out-everywhere'));
});

test('every operation refuses as the contract says', async () => {
  const person = await Person.withPassword();
  for (const [path, item] of Object.entries(contract.paths)) {
    const allowed = METHODS.filter((method) => method in item);
    const address = `${stack.page}/api/v1${path.replace('{moodId}', 'some-mood-of-nobody')}`;
    for (const method of allowed) {
      const answer = await fetch(address, { method: method.toUpperCase() });
      expect(await check(method.toUpperCase(), path, answer)).toMatchObject({ code: 'no_token' });
    }
    const method = allowed.includes('post') ? 'PUT' : 'POST';
    const wrong = await fetch(address, { method });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, allowed.join().toUpperCase()]);
  }
  await check('POST', '/analyses', await analyze(person, ''));
  await check('POST', '/analyses', await analyze(person, 'no image'));
  await check('POST', '/analyses', await analyze(person, PHOTO.subarray(0, 2000)));
  await check(
    'POST',
    '/playlists/{moodId}/reshuffle',
    await person.call('POST', 'playlists/some-mood-of-nobody/reshuffle'),
  );
  const nowhere = await person.call('GET', 'nowhere');
  expect([nowhere.status, await nowhere.json()]).toMatchObject([404, { code: 'no_such_path' }]);
});

test('of twenty calls at once exactly as many as the limit says are let through', async () => {
  const person = await Person.anonymous();

  const answers = await Promise.all(Array.from({ length: 20 }, () => person.call('GET', 'export')));

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(10);
  for (const answer of refused) {
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await check('GET', '/export', answer);
  }
  // Nobody else has to wait.
  expect((await (await Person.anonymous()).call('GET', 'export')).status).toBe(200);
});

test("only Moodify's own page may call from a browser", async () => {
  const ask = (origin: string) =>
    fetch(`http://127.0.0.1:${Number(new URL(stack.page).port) + 14}/api/v1/export`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET' },
    });

  const own = await ask(stack.page);
  expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([204, stack.page]);
  const strange = await ask('https://evil.example');
  expect([strange.status, strange.headers.get('access-control-allow-origin')]).toEqual([403, null]);
});

test('a request keeps the id that its caller gave it, if it is a sane one', async () => {
  const person = await Person.anonymous();

  const kept = await person.call('GET', 'nowhere', { 'x-request-id': 'my-request-1' });
  const replaced = await person.call('GET', 'nowhere', { 'x-request-id': 'a b' });

  expect(kept.headers.get('x-request-id')).toBe('my-request-1');
  expect(replaced.headers.get('x-request-id')).not.toBe('a b');
});

afterAll(() => {
  const successes = Object.entries(contract.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => `${method.toUpperCase()} ${path} 2`),
  );
  const missing = successes.filter((name) => ![...seen].some((each) => each.startsWith(name)));
  expect(missing, 'operations whose success was never seen').toEqual([]);
});
