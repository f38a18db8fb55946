import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stack } from '../stack';
import { clientFor } from './client';
import { exportData } from './generated/sdk.gen';

const DIST = new URL('../../dist/', import.meta.url);

const headersOf = async (path: string) => {
  const answer = await fetch(stack.page + path);
  await answer.arrayBuffer();
  expect(answer.status, path).toBe(200);
  return answer.headers;
};

/** The directives of the policy that Hosting sends, by their names. */
async function policy(): Promise<Map<string, string[]>> {
  const sent = (await headersOf('/')).get('content-security-policy') ?? '';
  return new Map(
    sent.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe.each(['/', '/history', '/service-worker.js', '/api/v1/export'])('%s', (path) => {
  test.each([
    ['strict-transport-security', /^max-age=31536000; includeSubDomains$/],
    ['content-security-policy', /^default-src 'none'; /],
    ['referrer-policy', /^no-referrer$/],
    ['permissions-policy', /^camera=\(self\), microphone=\(\), geolocation=\(\)/],
    ['x-content-type-options', /^nosniff$/],
    ['x-frame-options', /^SAMEORIGIN$/],
    ['cross-origin-opener-policy', /^same-origin-allow-popups$/],
  ])('is sent with %s', async (name, expected) => {
    const answer = await fetch(stack.page + path);
    await answer.arrayBuffer();
    expect(answer.headers.get(name)).toMatch(expected);
  });
});

describe('the Content-Security-Policy', () => {
  test('lets nothing in by default, and nothing inline or evaluated anywhere', async () => {
    const directives = await policy();
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('base-uri')).toEqual(["'none'"]);
    expect(directives.get('object-src') ?? directives.get('default-src')).toEqual(["'none'"]);
    const loose = [...directives.values()].flat().filter((source) => /unsafe|\*/.test(source));
    expect(loose).toEqual([]);
  });

  test('lets scripts come from here, and from where Google signs in', async () => {
    expect((await policy()).get('script-src')).toEqual(["'self'", 'https://apis.google.com']);
  });

  test('lets nobody else frame the page', async () => {
    const directives = await policy();
    expect(directives.get('frame-ancestors')).toEqual(["'self'"]);
    expect(directives.get('form-action')).toEqual(["'self'"]);
  });

  test('of production lets the page talk to Firebase and to itself alone, and frame itself', () => {
    const production = JSON.parse(
      readFileSync(new URL('../../../firebase.json', import.meta.url), 'utf8'),
    ) as { hosting: { headers: { headers: { key: string; value: string }[] }[] } };
    const [sent] = production.hosting.headers
      .flatMap(({ headers }) => headers)
      .filter(({ key }) => key === 'Content-Security-Policy');
    expect(sent?.value).toContain("; frame-src 'self'; ");
    const connect = /connect-src ([^;]*)/.exec(sent?.value ?? '')?.[1]?.split(' ');
    expect(connect).toEqual([
      "'self'",
      'https://identitytoolkit.googleapis.com',
      'https://securetoken.googleapis.com',
      'https://firestore.googleapis.com',
      'https://firebasestorage.googleapis.com',
    ]);
  });
});

describe('caches', () => {
  const assets = readdirSync(new URL('assets/', DIST));

  test('keep a file for ever whose name changes with its content', async () => {
    expect(assets.length).toBeGreaterThan(5);
    expect(assets.filter((name) => !/[-.][\w-]{8}\.\w+(\.map)?$/.test(name))).toEqual([]);
    const headers = await headersOf(`/assets/${assets[0] ?? ''}`);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/', '/history', '/history/some-mood', '/profile', '/service-worker.js'])(
    'ask anew for %s, which names those files',
    async (path) => {
      expect((await headersOf(path)).get('cache-control')).toBe('no-cache');
    },
  );

  test('keep no answer of the api', async () => {
    const { response } = await exportData({ client: clientFor() });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
