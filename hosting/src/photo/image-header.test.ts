import { describe, expect, test } from 'vitest';
import { readImageHeader } from './image-header';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  );

const PNG = '\x89PNG\r\n\x1a\n';

describe('an image header', () => {
  test('of a PNG gives its size', () => {
    const png = bytes(PNG, [0, 0, 0, 13], 'IHDR', [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    expect(readImageHeader(png)).toEqual({ type: 'image/png', width: 30_000, height: 30_000 });
  });

  test('of a JPEG gives the size that comes after other segments', () => {
    const exif = [0xff, 0xe1, 0, 6, 1, 2, 3, 4];
    const tables = [0xff, 0xc4, 0, 3, 9];
    const frame = [0xff, 0xc2, 0, 11, 8, 0x03, 0xc0, 0x05, 0x00, 1, 1, 0x11, 0];
    const jpeg = bytes([0xff, 0xd8], exif, tables, [0xff], frame);
    expect(readImageHeader(jpeg)).toEqual({ type: 'image/jpeg', width: 1280, height: 960 });
  });

  test('of a JPEG that ends before its size says only that it is one', () => {
    expect(readImageHeader(bytes([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1]))).toEqual({
      type: 'image/jpeg',
    });
  });

  test('of a GIF and a BMP gives their sizes', () => {
    expect(readImageHeader(bytes('GIF89a', [2, 1, 3, 0]))).toEqual({
      type: 'image/gif',
      width: 258,
      height: 3,
    });
    const head = ['BM', new Array<number>(12).fill(0)];
    const topDown = bytes(...head, [40, 0, 0, 0], [5, 0, 0, 0], [0xfa, 255, 255, 255]);
    expect(readImageHeader(topDown)).toEqual({ type: 'image/bmp', width: 5, height: 6 });
    const ofOs2 = bytes(...head, [12, 0, 0, 0], [5, 1, 6, 0, 1, 0, 8, 0]);
    expect(readImageHeader(ofOs2)).toEqual({ type: 'image/bmp', width: 261, height: 6 });
  });

  test.each([
    ['VP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x40, 1, 0xf0, 0], 320, 240],
    ['VP8L', [0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x3b, 0, 0, 0, 0, 0, 0], 320, 240],
    ['VP8X', [0, 0, 0, 0, 0, 0, 0, 0, 0x3f, 1, 0, 0xef, 0, 0], 320, 240],
  ])('of a WebP of kind %j gives its size', (kind, rest, width, height) => {
    const webp = bytes('RIFF', [0, 0, 0, 0], 'WEBP', kind, rest);
    expect(readImageHeader(webp)).toEqual({ type: 'image/webp', width, height });
  });

  test('that ends before its size says only what it is', () => {
    for (const start of [PNG, 'GIF89a', 'RIFF\0\0\0\0WEBP', `BM${'\0'.repeat(12)}(\0\0\0`]) {
      expect(Object.keys(readImageHeader(bytes(start)) ?? {})).toEqual(['type']);
    }
  });

  test('of a format that the functions do not read has their code', () => {
    expect(readImageHeader(bytes('II*\0\0\0\0\0'))).toEqual({
      type: 'image/tiff',
      code: 'tiff_unsupported',
    });
  });
});
