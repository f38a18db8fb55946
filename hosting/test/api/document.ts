import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));

interface Media {
  schema: { allOf?: { properties?: { code?: { enum: string[] } } }[] };
  examples?: Record<string, { value: unknown }>;
}
interface Described {
  headers: Record<string, object>;
  content?: Record<string, Media>;
}
interface Item {
  operationId: string;
  'x-rate-limit': { calls: number; seconds: number };
  /** Empty where anybody may call; absent where the document's own holds. */
  security?: object[];
  responses: Record<string, object>;
}
export interface Operation extends Item {
  path: string;
  method: string;
}

/** What a developer reads about the API. */
export const document = read('functions/api/openapi.json') as {
  openapi: string;
  paths: Record<string, Record<string, Item>>;
};

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

export const operations: Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => METHODS.includes(method))
    .map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
);

const ajv = new Ajv2020({ strict: false }).addSchema(document, 'openapi.json');

/** Returns what a JSON pointer leads to, and the pointer itself, both past references. */
function follow(pointer: string): [found: unknown, pointer: string] {
  let found: unknown = document;
  for (const key of pointer.slice(2).split('/')) {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    found = (found as Record<string, unknown> | undefined)?.[name];
  }
  const { $ref } = (found ?? {}) as { $ref?: string };
  return $ref === undefined ? [found, pointer] : follow($ref);
}

const below = (pointer: string, ...keys: string[]): string =>
  [pointer, ...keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');

function answer(operation: Operation, status: number | string): [Described | undefined, string] {
  const { path, method } = operation;
  const pointer = below('#', 'paths', path, method.toLowerCase(), 'responses', String(status));
  const [found, at] = follow(pointer);
  return [found as Described | undefined, at];
}

/** One answer of an operation. */
export interface DescribedAnswer {
  /** The operation, the status, and the code if there is one. */
  name: string;
  status: number;
  /** The code of a problem, or the name of another example. */
  code: string | undefined;
  example: unknown;
}

/** Every answer that the document describes. */
export function describedAnswers(): DescribedAnswer[] {
  return operations.flatMap((operation) =>
    Object.keys(operation.responses).flatMap((status) => {
      const media = Object.values(answer(operation, status)[0]?.content ?? {})[0];
      const examples = media?.examples ?? {};
      const problems = media?.schema.allOf?.[1]?.properties?.code?.enum;
      const codes: (string | undefined)[] = problems ?? Object.keys(examples);
      return (codes.length === 0 ? [undefined] : codes).map((code) => ({
        name: [operation.operationId, status, code].filter((part) => part !== undefined).join(' '),
        status: Number(status),
        code,
        example: examples[code ?? '']?.value,
      }));
    }),
  );
}

/** Fails if a value is not what the schema at a pointer asks for. */
export function expectValid(pointer: string, value: unknown, what: string): void {
  const validate = ajv.getSchema(`openapi.json${encodeURI(pointer)}`);
  expect(validate, `${what}: there is a schema at ${pointer}`).toBeDefined();
  const valid = validate?.(value);
  expect(valid, `${what}: ${JSON.stringify(value)} ${ajv.errorsText(validate?.errors)}`).toBe(true);
}

/** Headers of HTTP itself, and of CORS, which the document describes once for all answers. */
const PROTOCOL =
  /^(connection|content-(length|type)|date|keep-alive|server|transfer-encoding|vary)$/;

/** Headers that Hosting adds to whatever it hands out. */
const HOSTING = (
  read('firebase.json') as {
    hosting: { headers: { source: string; headers: { key: string }[] }[] };
  }
).hosting.headers
  .filter(({ source }) => source === '**')
  .flatMap(({ headers }) => headers.map(({ key }) => key.toLowerCase()));

function expectHeaders(described: Described, pointer: string, headers: Headers, what: string) {
  const names = Object.keys(described.headers).map((name) => name.toLowerCase());
  const strange = [...headers.keys()].filter(
    (name) => !names.includes(name) && !PROTOCOL.test(name) && !HOSTING.includes(name),
  );
  expect(strange, `${what}: headers that are not described`).toEqual([]);
  for (const name of Object.keys(described.headers)) {
    const [header, at] = follow(below(pointer, 'headers', name));
    const value = headers.get(name);
    if (value !== null) {
      expectValid(below(at, 'schema'), value, `${what}, ${name}`);
    } else {
      expect((header as { required?: boolean }).required, `${what} lacks ${name}`).not.toBe(true);
    }
  }
}

/** Holds an answer against the document: its status, its headers, its body. */
export async function expectDescribed(
  method: string,
  path: string,
  response: Response,
): Promise<void> {
  const what = `${method} ${path} ${response.status}`;
  const operation = operations.find((each) => each.method === method && each.path === path);
  const [described, pointer] = operation ? answer(operation, response.status) : [];
  if (described === undefined || pointer === undefined) {
    throw new Error(`${what} is not described`);
  }
  expectHeaders(described, pointer, response.headers, what);
  const type = response.headers.get('content-type')?.replace(/;.*/, '');
  const types = Object.keys(described.content ?? {});
  if (type === undefined || types.length === 0) {
    expect([await response.text(), type, types], what).toEqual(['', undefined, []]);
    return;
  }
  expect(types, what).toContain(type);
  if (type.endsWith('json')) {
    expectValid(below(pointer, 'content', type, 'schema'), await response.json(), what);
  }
}
