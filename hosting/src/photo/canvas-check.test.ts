import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetCanvas, isCanvasFaithful } from './canvas-check';

type Pixels = Uint8ClampedArray<ArrayBuffer>;

/** What a browser answers instead of what was drawn. */
interface Answers {
  readonly pixels?: (drawn: Pixels) => Pixels;
  readonly file?: (drawn: Pixels) => Pixels | null;
}

/** A canvas that knows full colours in whole rectangles. */
function fakeCanvas({ pixels = (drawn) => drawn, file = (drawn) => drawn }: Answers) {
  let drawn = new Uint8ClampedArray();
  const canvas = {
    width: 0,
    height: 0,
    getContext: () => {
      drawn = new Uint8ClampedArray(canvas.width * canvas.height * 4);
      return pen;
    },
    toBlob: (take: (blob: Blob | null) => void) => {
      const answer = file(drawn.slice());
      take(answer && new Blob([answer]));
    },
  };
  const pen = {
    canvas,
    fillStyle: '',
    fillRect: (left: number, top: number, width: number, height: number) => {
      const colour = (pen.fillStyle.match(/\d+/g) ?? []).map(Number);
      for (let y = top; y < top + height; y += 1) {
        for (let x = left; x < left + width; x += 1) {
          drawn.set([...colour, 255], (y * canvas.width + x) * 4);
        }
      }
    },
    drawImage: (bitmap: { readonly pixels: Pixels }) => {
      drawn.set(bitmap.pixels);
    },
    getImageData: () => ({ data: pixels(drawn.slice()) }),
  };
  return canvas;
}

function browserThat(answers: Answers) {
  return vi
    .spyOn(document, 'createElement')
    .mockImplementation(() => fakeCanvas(answers) as unknown as HTMLElement);
}

const random = (drawn: Pixels) => drawn.map(() => Math.random() * 256);
const white = (drawn: Pixels) => drawn.fill(255);
const lowestBit = (drawn: Pixels) =>
  drawn.map((value, at) => (at % 4 === 3 ? value : value ^ (at % 2)));
const sparse = (drawn: Pixels) => drawn.map((value, at) => (at % 16 === 0 ? 255 - value : value));

beforeEach(() => {
  forgetCanvas();
  vi.stubGlobal('createImageBitmap', async (file: Blob) => ({
    pixels: new Uint8ClampedArray(await file.arrayBuffer()),
    close: () => undefined,
  }));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a canvas is trusted', () => {
  test.each<[string, Answers]>([
    ['that answers what was drawn', {}],
    ['whose noise is in the lowest bit', { pixels: lowestBit, file: lowestBit }],
  ])('%s', async (_, answers) => {
    browserThat(answers);
    await expect(isCanvasFaithful()).resolves.toBe(true);
  });
});

describe('a canvas is not trusted', () => {
  test.each<[string, Answers]>([
    ['whose pixels are noise', { pixels: random }],
    ['whose pixels are white', { pixels: white }],
    ['whose pixels are black', { pixels: (drawn) => drawn.fill(0) }],
    ['of which some pixels are others', { pixels: sparse }],
    ['whose files are noise', { file: random }],
    ['whose files are white', { file: white }],
    ['that writes no files', { file: () => null }],
    [
      'that may not be read',
      {
        pixels: () => {
          throw new DOMException('tainted', 'SecurityError');
        },
      },
    ],
  ])('%s', async (_, answers) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    browserThat(answers);
    await expect(isCanvasFaithful()).resolves.toBe(false);
  });
});

test('it is asked once', async () => {
  const makeCanvas = browserThat({});
  await Promise.all([isCanvasFaithful(), isCanvasFaithful()]);
  // One to draw on, and one for what was written.
  expect(makeCanvas).toHaveBeenCalledTimes(2);
});
