import { zipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CutFileError, download, nameOf } from './download';

const ZIP = zipSync({ 'data.json': new Uint8Array(10) });

const answer = (disposition?: string, body: BodyInit = ZIP.slice()) =>
  new Response(body, {
    headers: disposition ? { 'content-disposition': disposition } : {},
  });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a file that is handed to the browser', () => {
  test('has the name that it is given', () => {
    expect(nameOf(answer('attachment; filename="moodify-data.zip"'))).toBe('moodify-data.zip');
  });

  test('has a name also where it is given none', () => {
    expect(nameOf(answer())).toBe('moodify-data.zip');
  });

  test('has a name that is no path', () => {
    expect(nameOf(answer('attachment; filename="../../x.zip"'))).toBe('.._.._x.zip');
  });

  test('is handed over whole, and reports its progress', async () => {
    const clicked: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      clicked.push(`${this.download} ${this.protocol}`);
    });
    const reported: number[] = [];
    await download(answer(), (bytes) => reported.push(bytes));
    expect(clicked).toEqual(['moodify-data.zip blob:']);
    expect(reported.at(-1)).toBe(ZIP.length);
  });

  test('is not handed over if it was cut off', async () => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(vi.fn());
    const breaking = new ReadableStream({
      start(controller) {
        controller.enqueue(ZIP.slice());
      },
      pull(controller) {
        controller.error(new TypeError('network error'));
      },
    });
    for (const body of [ZIP.slice(0, -1), '', breaking]) {
      await expect(download(answer(undefined, body), vi.fn())).rejects.toThrow(CutFileError);
    }
    expect(click).not.toHaveBeenCalled();
  });
});
