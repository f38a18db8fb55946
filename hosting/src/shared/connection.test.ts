import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Connection } from './connection';

const controller = vi.fn<() => unknown>(() => null);
const server = vi.fn<typeof fetch>();

/** Long enough to ask again. */
const LATER_MS = 6_000;

let end: () => void;

function started(): Connection {
  const connection = new Connection();
  end = connection.start();
  return connection;
}

function heardBy(connection: Connection): boolean[] {
  const heard: boolean[] = [];
  connection.watch((isOnline) => heard.push(isOnline));
  return heard;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', server);
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: {
      get controller() {
        return controller();
      },
    },
  });
  server.mockReset().mockResolvedValue(new Response());
  controller.mockReturnValue(null);
});

afterEach(() => {
  end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

test('a page that came from the server asks nothing', async () => {
  const connection = started();
  await vi.advanceTimersByTimeAsync(LATER_MS);
  expect(connection.isOnline).toBe(true);
  expect(server).not.toHaveBeenCalled();
});

test('a page that a service worker answered is offline if the server does not answer', async () => {
  controller.mockReturnValue({});
  server.mockRejectedValue(new TypeError('Failed to fetch'));
  const connection = started();
  const heard = heardBy(connection);
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.isOnline).toBe(false);
  expect(heard).toEqual([false]);
});

test('asks again until the server answers, and then no more', async () => {
  server.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const connection = started();
  const heard = heardBy(connection);
  await connection.check();
  expect(connection.isOnline).toBe(false);
  await vi.advanceTimersByTimeAsync(LATER_MS);
  expect(connection.isOnline).toBe(true);
  expect(heard).toEqual([false, true]);
  await vi.advanceTimersByTimeAsync(10 * LATER_MS);
  expect(server).toHaveBeenCalledTimes(2);
});

test.each([204, 404, 500])('a server that answers %d is there', async (status) => {
  server.mockResolvedValue(new Response(null, { status }));
  const connection = started();
  await connection.check();
  expect(connection.isOnline).toBe(true);
});

test('many doubts at once are one question', async () => {
  const connection = started();
  await Promise.all([connection.check(), connection.check(), connection.check()]);
  expect(server).toHaveBeenCalledOnce();
});

test('believes the browser that there is no network, and asks nothing', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const connection = started();
  const heard = heardBy(connection);
  window.dispatchEvent(new Event('offline'));
  await connection.check();
  expect(connection.isOnline).toBe(false);
  expect(heard).toEqual([false]);
  expect(server).not.toHaveBeenCalled();
});

test('believes the browser that there is a network again', async () => {
  server.mockRejectedValue(new TypeError('Failed to fetch'));
  const connection = started();
  await connection.check();
  const heard = heardBy(connection);
  window.dispatchEvent(new Event('online'));
  expect(connection.isOnline).toBe(true);
  expect(heard).toEqual([true]);
});
