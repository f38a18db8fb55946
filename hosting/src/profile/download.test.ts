import { afterEach, describe, expect, test, vi } from 'vitest';
import { download, nameOf } from './download';

const answer = (disposition?: string) =>
  new Response('some bytes', {
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
    expect(reported.at(-1)).toBe(10);
  });
});
