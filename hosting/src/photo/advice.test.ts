import { describe, expect, test } from 'vitest';
import { adviceFor, SMALL_FACE } from './advice';
import { measureExposure, SAMPLES, shareOf } from './exposure';

/** A picture of SAMPLES by SAMPLES greys. */
function picture(grey: (x: number, y: number) => number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: SAMPLES * SAMPLES * 4 }, (_, index) => {
    const place = Math.floor(index / 4);
    return index % 4 === 3 ? 255 : grey(place % SAMPLES, Math.floor(place / SAMPLES));
  });
}

const middle = { left: 0.25, top: 0.25, right: 0.75, bottom: 0.75 };
const inMiddle = (x: number, y: number) => x >= 16 && x < 48 && y >= 16 && y < 48;

describe('advice', () => {
  test('is none for a picture with light in it', () => {
    const exposure = measureExposure(picture((x) => 40 + 3 * x));
    expect(adviceFor({ exposure, faceSide: 300 })).toBeUndefined();
  });

  test('asks for light where nothing in the picture has any', () => {
    const exposure = measureExposure(picture((x) => x));
    expect(adviceFor({ exposure, faceSide: 300 })).toBe('dark');
  });

  test('does not take dark skin in good light for a dark picture', () => {
    const exposure = measureExposure(
      picture((x, y) => (inMiddle(x, y) ? 55 : 200)),
      middle,
    );
    expect(adviceFor({ exposure, faceSide: 300 })).toBeUndefined();
  });

  test('warns of light from behind that leaves a shadow where the face is', () => {
    const exposure = measureExposure(
      picture((x, y) => (inMiddle(x, y) ? 12 : 250)),
      middle,
    );
    expect(exposure).toEqual({ highlights: 250, face: 12 });
    expect(adviceFor({ exposure, faceSide: 300 })).toBe('backlit');
  });

  test('asks to come closer if the face is small, and says nothing if none was seen', () => {
    const exposure = { highlights: 220 };
    expect(adviceFor({ exposure, faceSide: SMALL_FACE - 1 })).toBe('small');
    expect(adviceFor({ exposure, faceSide: SMALL_FACE })).toBeUndefined();
    expect(adviceFor({ exposure })).toBeUndefined();
  });

  test('finds a face in the picture whatever its size', () => {
    const face = { left: 320, top: 240, width: 640, height: 480, score: 1 };
    expect(shareOf(face, { width: 1280, height: 960 })).toEqual(middle);
  });
});
