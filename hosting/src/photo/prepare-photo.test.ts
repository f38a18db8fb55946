import { afterEach, describe, expect, test, vi } from 'vitest';
import { isCanvasFaithful } from './canvas-check';
import { fitLongSide, preparePhoto } from './prepare-photo';

vi.mock('./canvas-check', () => ({ isCanvasFaithful: vi.fn(() => Promise.resolve(true)) }));

// There is no image decoder here, as there is none for HEIC in most browsers. What a real one does is
// tested in test/browser.
const MEGABYTE = 1024 * 1024;

const heic = (size: number) =>
  new Blob([new TextEncoder().encode('\0\0\0\x18ftypheic'), new Uint8Array(size - 12)]);

/** One of which there is no more than its beginning. */
const jpeg = (size: number) =>
  new Blob([Uint8Array.of(0xff, 0xd8, 0xff), new Uint8Array(size - 3)]);

function png(width: number, height: number): Blob {
  const header = new DataView(new ArrayBuffer(24));
  [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, width, height].forEach((word, index) => {
    header.setUint32(index * 4, word);
  });
  return new Blob([header.buffer]);
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
  vi.mocked(isCanvasFaithful).mockResolvedValue(true);
});

describe('preparing a photo', () => {
  test('passes on what this browser cannot decode, with the type of its content', async () => {
    const file = jpeg(100);
    await expect(preparePhoto(file)).resolves.toEqual({ blob: file, type: 'image/jpeg' });
  });

  test('has the browser decode a file as what it is, whatever its type says', async () => {
    const decode = vi.fn(() => Promise.reject(new DOMException('no', 'InvalidStateError')));
    vi.stubGlobal('createImageBitmap', decode);
    const named = new Blob([heic(100)], { type: 'image/jpeg' });
    await expect(preparePhoto(named)).rejects.toThrow('photo.error.heic');
    const asked = decode.mock.calls as unknown as [Blob][];
    expect(asked.map(([{ type, size }]) => [type, size])).toEqual([['image/heic', 100]]);
  });

  test.each<[string, Blob, string]>([
    ['an empty file', new Blob([]), 'photo.error.empty'],
    ['text, whatever its type says', new Blob(['text'], { type: 'image/jpeg' }), 'not-an-image'],
    ['a picture that unfolds to gigabytes', png(30_000, 30_000), 'too-many-pixels'],
    ['HEIC, where the browser cannot decode it', heic(100), 'photo.error.heic'],
    [
      'a photo above 10 MB that cannot be made smaller here',
      jpeg(11 * MEGABYTE),
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

describe('in a browser whose canvas answers noise', () => {
  const close = vi.fn();

  const decodes = () => {
    vi.mocked(isCanvasFaithful).mockResolvedValue(false);
    vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: 40, height: 30, close }));
  };

  test('a photo that the functions read is sent as it is, and nothing is said of it', async () => {
    decodes();
    const file = jpeg(100);
    await expect(preparePhoto(file)).resolves.toEqual({
      ...{ blob: file, type: 'image/jpeg' },
      size: { width: 40, height: 30 },
    });
    expect(close).toHaveBeenCalledOnce();
  });

  test('one that only this browser could decode is refused, and why', async () => {
    decodes();
    await expect(preparePhoto(heic(100))).rejects.toThrow('photo.error.canvas');
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
