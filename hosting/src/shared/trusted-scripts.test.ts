import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** Stands for what a browser makes of an address by a policy, which is no text. */
const trusted = (address: string) => ({ trusted: address });

const createPolicy = vi.fn(
  (_: string, rules: { createScriptURL: (address: string) => string }) => ({
    createScriptURL: (address: string) => trusted(rules.createScriptURL(address)),
  }),
);
const started = vi.fn(function () {
  // As a constructor.
});

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('Worker', started);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const own = `${location.origin}/assets/face-worker-4NFEPWkC.js`;
const FOREIGN = [
  'https://apis.google.com.evil.example/js/api.js',
  'https://apis.google.com/js/api.js/../evil.js',
  'https://apis.google.com/complete/search?callback=evil',
  'http://apis.google.com/js/api.js',
  'https://www.google.com/recaptcha/enterprise.js/../evil.js',
  'https://www.google.com/recaptcha/api.js',
  '//evil.example/worker.js',
  'data:text/javascript,evil()',
  'blob:https://evil.example/1',
  'javascript:evil()',
];

describe('in a browser that knows Trusted Types', () => {
  beforeEach(() => {
    vi.stubGlobal('trustedTypes', { createPolicy });
  });

  test('there is one policy, and it makes addresses of scripts only', async () => {
    await import('./trusted-scripts');
    expect(createPolicy).toHaveBeenCalledTimes(1);
    const [name, rules] = createPolicy.mock.calls[0] ?? [];
    expect(name).toBe('moodify');
    expect(Object.keys(rules ?? {})).toEqual(['createScriptURL']);
  });

  test('a worker is started from a file of the page', async () => {
    const { startWorker } = await import('./trusted-scripts');
    startWorker('/assets/face-worker-4NFEPWkC.js');
    expect(started).toHaveBeenCalledWith(trusted(own), { type: 'module' });
  });

  test.each(FOREIGN)('%s is no address of a script', async (address) => {
    const { startWorker, loadScript } = await import('./trusted-scripts');
    expect(() => startWorker(address)).toThrow('No script is taken from');
    await expect(loadScript(address)).rejects.toThrow('No script is taken from');
    expect(started).not.toHaveBeenCalled();
  });
});

describe('in any other browser', () => {
  test('a worker is started from a file of the page', async () => {
    const { startWorker } = await import('./trusted-scripts');
    startWorker('/assets/face-worker-4NFEPWkC.js');
    expect(started).toHaveBeenCalledWith(own, { type: 'module' });
  });

  test.each(FOREIGN)('%s is no address of a script', async (address) => {
    const { startWorker } = await import('./trusted-scripts');
    expect(() => startWorker(address)).toThrow('No script is taken from');
  });

  test("Google's script is fetched and run", async () => {
    const address = 'https://apis.google.com/js/api.js';
    const { loadScript } = await import('./trusted-scripts');
    const append = vi.spyOn(document.head, 'append').mockImplementation((script) => {
      (script as HTMLElement).dispatchEvent(new Event('load'));
    });
    await loadScript(address);
    expect((append.mock.calls[0]?.[0] as HTMLScriptElement).src).toBe(address);
    append.mockRestore();
  });

  test('a script that cannot be fetched is said so', async () => {
    const { loadScript } = await import('./trusted-scripts');
    const append = vi.spyOn(document.head, 'append').mockImplementation((script) => {
      (script as HTMLElement).dispatchEvent(new Event('error'));
    });
    await expect(loadScript('https://apis.google.com/js/api.js')).rejects.toThrow(
      'The script of apis.google.com could not be fetched',
    );
    append.mockRestore();
  });
});
