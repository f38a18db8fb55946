import { afterEach, describe, expect, test, vi } from 'vitest';
import { Api, ApiError, apiTrouble } from './api';

/** Answers one after the other, and notes the headers of the requests. */
function stubFunctions(...answers: Response[]) {
  const sent: Map<string, string>[] = [];
  vi.stubGlobal('fetch', (_: string, { headers }: RequestInit) => {
    sent.push(new Map(Object.entries(headers as Record<string, string>)));
    return Promise.resolve(answers.shift() ?? new Response('{}'));
  });
  return sent;
}

const refusal = (code: string) => new Response(JSON.stringify({ code }), { status: 401 });
const idToken = () => Promise.resolve('ada');

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a request to a function', () => {
  test('says whose it is, and nothing of App Check where nobody asks', async () => {
    const sent = stubFunctions();
    await new Api(idToken).send('GET', 'export');
    expect(sent.map((headers) => Object.fromEntries(headers))).toEqual([
      { authorization: 'Bearer ada' },
    ]);
  });

  test('carries the token of App Check, in another name too', async () => {
    const sent = stubFunctions();
    await new Api(idToken, () => Promise.resolve('page')).as('guest').send('DELETE', 'account');
    expect(sent.map((headers) => Object.fromEntries(headers))).toEqual([
      { authorization: 'Bearer guest', 'X-Firebase-AppCheck': 'page' },
    ]);
  });

  test('is sent without one where there is none to be had: the function decides', async () => {
    const sent = stubFunctions();
    await new Api(idToken, () => Promise.resolve(undefined)).send('GET', 'export');
    expect(sent[0]?.has('X-Firebase-AppCheck')).toBe(false);
  });

  test('is sent once more with a new token if the one that was kept is refused', async () => {
    const sent = stubFunctions(refusal('app_check_failed'), new Response('done'));
    const api = new Api(idToken, (isRefused) => Promise.resolve(isRefused ? 'new' : 'old'));
    expect(await (await api.send('GET', 'export')).text()).toBe('done');
    expect(sent.map((headers) => headers.get('X-Firebase-AppCheck'))).toEqual(['old', 'new']);
  });

  test('is not sent a third time, and the refusal is told in words', async () => {
    const sent = stubFunctions(refusal('app_check_failed'), refusal('app_check_failed'));
    const error: unknown = await new Api(idToken, () => Promise.resolve('page'))
      .send('GET', 'export')
      .catch((caught: unknown) => caught);
    expect(sent).toHaveLength(2);
    expect(error).toBeInstanceOf(ApiError);
    expect(apiTrouble(error)).toBe('trouble.app-check');
  });

  test('is not sent again for any other refusal', async () => {
    const sent = stubFunctions(refusal('invalid_token'));
    const error: unknown = await new Api(idToken, () => Promise.resolve('page'))
      .send('GET', 'export')
      .catch((caught: unknown) => caught);
    expect(sent).toHaveLength(1);
    expect(apiTrouble(error)).toBe('trouble.session');
  });
});
