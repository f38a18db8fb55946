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
    const topDown = bytes('BM', new Array<number>(16).fill(0), [5, 0, 0, 0], [0xfa, 255, 255, 255]);
    expect(readImageHeader(topDown)).toEqual({ type: 'image/bmp', width: 5, height: 6 });
  });

  test.each([
    ['VP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x40, 1, 0xf0, 0], 320, 240],
    ['VP8L', [0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x3b, 0, 0, 0, 0, 0, 0], 320, 240],
    ['VP8X', [0, 0, 0, 0, 0, 0, 0, 0, 0x3f, 1, 0, 0xef, 0, 0], 320, 240],
  ])('of a WebP of kind %j gives its size', (kind, rest, width, height) => {
    const webp = bytes('RIFF', [0, 0, 0, 0], 'WEBP', kind, rest);
    expect(readImageHeader(webp)).toEqual({ type: 'image/webp', width, height });
  });

  test.each([
    ['HEIC', '\0\0\0\x18ftypheic', 'image/heic'],
    ['AVIF', '\0\0\0\x18ftypavif', 'image/avif'],
    ['TIFF', 'II*\0\0\0\0\0', 'image/tiff'],
    ['SVG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ])('recognizes a file as %s', (_, content, type) => {
    expect(readImageHeader(bytes(content))?.type).toBe(type);
  });

  test.each([
    ['MP4', '\0\0\0\x18ftypisom'],
    ['QuickTime', '\0\0\0\x14ftypqt  '],
    ['QuickTime of old', '\0\0\0\x08wide\0\0'],
    ['WebM', '\x1aE\xdf\xa3\x01\0\0\0'],
    ['AVI', 'RIFF\0\0\0\0AVI LIST'],
    ['MPEG', '\0\0\x01\xba\x44\0'],
  ])('recognizes a video: %s', (_, content) => {
    expect(readImageHeader(bytes(content))?.type).toBe('video/*');
  });

  test.each([
    ['text', 'This is no photo at all, whatever its name says.'],
    ['a page that shows a drawing', '<!doctype html><svg></svg>'],
    ['a piece of music', '\0\0\0\x18ftypM4A '],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
    ['a PNG of three bytes', '\x89PN'],
  ])('is not found in %s', (_, content) => {
    expect(readImageHeader(bytes(content))).toBeUndefined();
  });
});
