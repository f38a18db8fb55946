import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stack } from '../stack';
import { clientFor } from './client';
import { exportData } from './generated/sdk.gen';

const DIST = new URL('../../dist/', import.meta.url);

interface Header {
  readonly key: string;
  readonly value: string;
}

/** What is deployed with every answer, by the names. */
function deployedHeaders(): Map<string, string> {
  const { hosting } = JSON.parse(
    readFileSync(new URL('../../../firebase.json', import.meta.url), 'utf8'),
  ) as { hosting: { headers: { source: string; headers: Header[] }[] } };
  return new Map(
    hosting.headers
      .filter(({ source }) => source === '**')
      .flatMap(({ headers }) => headers.map(({ key, value }) => [key.toLowerCase(), value])),
  );
}

const headersOf = async (path: string) => {
  const answer = await fetch(stack.page + path);
  await answer.arrayBuffer();
  expect(answer.status, path).toBe(200);
  return answer.headers;
};

/** The directives of a policy, by their names. */
const directivesOf = (policy = '') =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources] as const;
    }),
  );

/** The directives of the policy that Hosting sends, by their names. */
const policy = async () =>
  directivesOf((await headersOf('/')).get('content-security-policy') ?? undefined);

describe.each(['/', '/history', '/service-worker.js', '/api/v1/export'])('%s', (path) => {
  test.each([
    ['strict-transport-security', /^max-age=31536000; includeSubDomains$/],
    ['content-security-policy', /^default-src 'none'; /],
    ['referrer-policy', /^no-referrer$/],
    ['permissions-policy', /^camera=\(self\), microphone=\(\), geolocation=\(\)/],
    ['x-content-type-options', /^nosniff$/],
    ['x-frame-options', /^SAMEORIGIN$/],
    ['cross-origin-opener-policy', /^same-origin-allow-popups$/],
    ['reporting-endpoints', /^csp="\/api\/v1\/csp-reports"$/],
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

  test('takes no text for a script or for markup, and knows who makes what it takes', async () => {
    const directives = await policy();
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
    // Lit's templates, the page's addresses of scripts, and what signing in with Google loads.
    expect(directives.get('trusted-types')).toEqual([
      'lit-html',
      'moodify',
      'gapi#gapi',
      'goog#html',
    ]);
  });

  test('has violations of it reported to Moodify alone', async () => {
    expect((await policy()).get('report-uri')).toEqual(['/api/v1/csp-reports']);
    const deployed = deployedHeaders();
    expect(directivesOf(deployed.get('content-security-policy')).get('report-to')).toEqual(['csp']);
    expect(deployed.get('reporting-endpoints')).toBe('csp="/api/v1/csp-reports"');
  });

  test('of production lets the page talk to Firebase and to itself alone, and frame itself', () => {
    const directives = directivesOf(deployedHeaders().get('content-security-policy'));
    expect(directives.get('frame-src')).toEqual(["'self'"]);
    expect(directives.get('connect-src')).toEqual([
      "'self'",
      'https://identitytoolkit.googleapis.com',
      'https://securetoken.googleapis.com',
      'https://firestore.googleapis.com',
      'https://firebasestorage.googleapis.com',
    ]);
  });
});

test('a local run sends what is deployed, but for the addresses of the emulators', async () => {
  const local = await headersOf('/');
  const { host, auth, firestore, storage } = stack;
  const [toAuth, toFirestore, toStorage] = [auth, firestore, storage].map(
    (port) => `http://${host}:${port}`,
  );
  for (const [name, value] of deployedHeaders()) {
    if (name !== 'content-security-policy') {
      expect(local.get(name), name).toBe(value);
    }
  }
  const deployed = directivesOf(deployedHeaders().get('content-security-policy'));
  const expected = new Map<string, unknown>([
    ...deployed,
    ['connect-src', [toAuth, toFirestore, toStorage, ...(deployed.get('connect-src') ?? [])]],
    ['frame-src', [toAuth, ...(deployed.get('frame-src') ?? [])]],
  ]);
  // Browsers keep no reporting endpoints of a page that came over HTTP.
  expected.delete('report-to');
  expect(await policy()).toEqual(expected);
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
