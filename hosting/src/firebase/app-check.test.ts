import { deleteApp, initializeApp, type FirebaseApp } from 'firebase/app';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startAppCheck } from './app-check';

// Firebase's own SDK; only what it asks is answered here.

const loadScript = vi.hoisted(() => vi.fn<(address: string) => Promise<void>>());
vi.mock('../shared/trusted-scripts', () => ({ loadScript }));

let app: FirebaseApp;

beforeEach(() => {
  app = initializeApp({ projectId: 'p', appId: '1:2:web:3', apiKey: 'key' }, crypto.randomUUID());
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  loadScript.mockReset();
  document.body.replaceChildren();
  delete self.FIREBASE_APPCHECK_DEBUG_TOKEN;
  await deleteApp(app);
});

describe('the provider of a local run', () => {
  test('is asked where the run says, and reCAPTCHA is not loaded', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address);
      const body = { token: 'local', expireTimeMillis: Date.now() + 3_600_000 };
      return Promise.resolve(new Response(JSON.stringify(body)));
    });
    const appToken = startAppCheck(app, { provider: 'local', address: 'http://127.0.0.1:1/token' });

    expect(await appToken(false)).toBe('local');

    expect(new Set(asked)).toEqual(new Set(['http://127.0.0.1:1/token']));
    expect(loadScript).not.toHaveBeenCalled();
  });

  test('that refuses leaves the request without a token', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 403 })));
    const appToken = startAppCheck(app, { provider: 'local', address: 'http://127.0.0.1:1/token' });

    expect(await appToken(false)).toBeUndefined();
  });
});

describe('reCAPTCHA Enterprise', () => {
  const settings = { provider: 'recaptcha-enterprise', siteKey: 'site-key' } as const;

  test('is loaded, and its answer is exchanged for a token', async () => {
    const rendered: object[] = [];
    const asked: [string, unknown][] = [];
    vi.stubGlobal('fetch', (address: string, { body }: RequestInit) => {
      asked.push([address, JSON.parse(body as string)]);
      return Promise.resolve(new Response(JSON.stringify({ token: 'page', ttl: '3600s' })));
    });
    const grecaptcha = {
      enterprise: {
        ready: (run: () => void) => {
          run();
        },
        render: (_: string, options: { sitekey: string; callback: () => void }) => {
          rendered.push({ sitekey: options.sitekey });
          options.callback();
          return 0;
        },
        execute: () => Promise.resolve('answer'),
      },
    };
    loadScript.mockImplementation(() => {
      vi.stubGlobal('grecaptcha', grecaptcha);
      return Promise.resolve();
    });

    expect(await startAppCheck(app, settings)(false)).toBe('page');

    expect(rendered).toEqual([{ sitekey: 'site-key' }]);
    expect(asked[0]).toEqual([
      'https://content-firebaseappcheck.googleapis.com/v1/projects/p/apps/1:2:web:3:exchangeRecaptchaEnterpriseToken?key=key',
      { recaptcha_enterprise_token: 'answer' },
    ]);
    expect(loadScript.mock.calls).toEqual([
      ['https://www.google.com/recaptcha/enterprise.js?render=explicit'],
    ]);
    // By the SDK itself it would be refused by the page's policy.
    expect(document.querySelector('script[src*="recaptcha"]')).toBeNull();
  });

  test('that is blocked holds no request up, and is tried again with the next', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(console, 'error').mockReturnValue();
    loadScript.mockRejectedValue(new Error('blocked'));
    const appToken = startAppCheck(app, settings);

    expect(await appToken(false)).toBeUndefined();
    const tries = loadScript.mock.calls.length;
    expect(await appToken(false)).toBeUndefined();

    expect(loadScript.mock.calls.length).toBeGreaterThan(tries);
  });

  test('that never answers is waited for ten seconds', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(console, 'error').mockReturnValue();
    vi.useFakeTimers();
    loadScript.mockReturnValue(new Promise(() => undefined));
    const token = startAppCheck(app, settings)(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await token).toBeUndefined();
  });

  test('gives way to a debug token only where one is configured', () => {
    loadScript.mockReturnValue(new Promise(() => undefined));
    expect(self.FIREBASE_APPCHECK_DEBUG_TOKEN).toBeUndefined();
    startAppCheck(app, { ...settings, debugToken: 'a-secret' });
    expect(self.FIREBASE_APPCHECK_DEBUG_TOKEN).toBe('a-secret');
  });
});
