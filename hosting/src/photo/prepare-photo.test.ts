import { describe, expect, test } from 'vitest';
import { fitLongSide, preparePhoto } from './prepare-photo';

// There is no image decoder here, as there is none for HEIC in most browsers. What a real one does is
// tested in test/browser.
const MEGABYTE = 1024 * 1024;

const heic = (size: number) =>
  new Blob([new TextEncoder().encode('\0\0\0\x18ftypheic'), new Uint8Array(size - 12)]);

const tiff = (size: number) =>
  new Blob([new TextEncoder().encode('II*\0'), new Uint8Array(size - 4)]);

function png(width: number, height: number): Blob {
  const header = new DataView(new ArrayBuffer(24));
  [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, width, height].forEach((word, index) => {
    header.setUint32(index * 4, word);
  });
  return new Blob([header.buffer]);
}

describe('preparing a photo', () => {
  test('passes on what this browser cannot decode, with the type of its content', async () => {
    const file = tiff(100);
    await expect(preparePhoto(file)).resolves.toEqual({ blob: file, type: 'image/tiff' });
  });

  test.each<[string, Blob, string]>([
    ['an empty file', new Blob([]), 'photo.error.empty'],
    ['text, whatever its type says', new Blob(['text'], { type: 'image/jpeg' }), 'not-an-image'],
    ['a picture that unfolds to gigabytes', png(30_000, 30_000), 'too-many-pixels'],
    ['HEIC, where the browser cannot decode it', heic(100), 'photo.error.heic'],
    [
      'a photo above 10 MB that cannot be made smaller here',
      tiff(11 * MEGABYTE),
      'error.too-large',
    ],
    ['a photo above 50 MB', heic(51 * MEGABYTE), 'far-too-large'],
    ['a video', new Blob([new TextEncoder().encode('\0\0\0\x18ftypisom')]), 'photo.error.video'],
  ])('refuses %s', async (_, file, key) => {
    await expect(preparePhoto(file)).rejects.toThrow(key);
  });

  test('refuses what cannot be opened, such as a folder', async () => {
    const folder = new Blob(['x']);
    folder.slice = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    await expect(preparePhoto(folder)).rejects.toThrow('unreadable');
  });
});

describe('fitting the long side', () => {
  test.each([
    [4000, 3000, 1280, 960],
    [3000, 4000, 960, 1280],
    [640, 480, 640, 480],
    [1, 1, 1, 1],
    [100_000, 10, 1280, 1],
  ])('of %i x %i gives %i x %i', (width, height, fittedWidth, fittedHeight) => {
    expect(fitLongSide(width, height, 1280)).toEqual({ width: fittedWidth, height: fittedHeight });
  });
});
