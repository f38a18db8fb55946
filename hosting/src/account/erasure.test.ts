import { describe, expect, test } from 'vitest';
import { ApiError } from '../firebase/api';
import { eraseAccount } from './erasure';

/** Answers one after the other; the last again and again. */
function script(...answers: (object | ApiError)[]) {
  const asked: string[] = [];
  const send = (method: string, path: string) => {
    asked.push(`${method} ${path}`);
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    return answer instanceof ApiError
      ? Promise.reject(answer)
      : Promise.resolve(new Response(JSON.stringify(answer)));
  };
  return { api: { send }, asked };
}

const refusal = (status: number, code?: string) => new ApiError(status, code, 'request-1');
const noPause = { pause: () => Promise.resolve() };

describe('deleting an account', () => {
  test('is done when the function says that all is gone', async () => {
    const { api, asked } = script({ status: 'erased' });
    expect(await eraseAccount(api, noPause)).toBe('erased');
    expect(asked).toEqual(['DELETE account']);
  });

  test('is asked for again while it goes on', async () => {
    const { api, asked } = script({ status: 'erasing' }, refusal(0), { status: 'erased' });
    expect(await eraseAccount(api, noPause)).toBe('erased');
    expect(asked).toHaveLength(3);
  });

  test('says how far it is', async () => {
    const { api } = script(
      { status: 'erasing', deleted: 800, left: 421 },
      refusal(503),
      { status: 'erasing' },
      { status: 'erasing', deleted: 421, left: 0 },
      { status: 'erased' },
    );
    const progress: object[] = [];
    const onProgress = (news: object) => {
      progress.push(news);
    };
    expect(await eraseAccount(api, { ...noPause, onProgress })).toBe('erased');
    expect(progress).toEqual([
      { deleted: 800, total: 1221 },
      { deleted: 1221, total: 1221 },
    ]);
  });

  test('waits less where it goes on well', async () => {
    const { api } = script(
      { status: 'erasing', deleted: 1, left: 1 },
      { status: 'erasing', deleted: 0, left: 1 },
      { status: 'erased' },
    );
    const pauses: number[] = [];
    const pause = (milliseconds: number) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    };
    await eraseAccount(api, { pause });
    expect(pauses).toEqual([250, 2000]);
  });

  test('is waited for as long as it goes on', async () => {
    const answers = Array.from({ length: 70 }, () => ({ status: 'erasing', deleted: 1, left: 9 }));
    const { api, asked } = script(...answers, { status: 'erased' });
    expect(await eraseAccount(api, noPause)).toBe('erased');
    expect(asked).toHaveLength(71);
  });

  test('has come to its end when nobody knows who asks any more', async () => {
    const { api } = script({ status: 'erasing' }, refusal(401, 'unauthenticated'));
    expect(await eraseAccount(api, noPause)).toBe('erased');
  });

  test('needs a new sign-in where the last one is long ago', async () => {
    const { api } = script(refusal(401, 'reauthentication_required'));
    expect(await eraseAccount(api, noPause)).toBe('sign-in-again');
  });

  test('is left to itself after a minute', async () => {
    const { api, asked } = script({ status: 'erasing' });
    expect(await eraseAccount(api, noPause)).toBe('goes-on');
    expect(asked).toHaveLength(30);
  });

  test.each([0, 401, 429, 500])('fails where the first answer is %d', async (status) => {
    const { api } = script(refusal(status));
    await expect(eraseAccount(api, noPause)).rejects.toThrow(ApiError);
  });
});
