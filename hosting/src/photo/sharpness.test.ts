// @vitest-environment node
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { adviceFor } from './advice';
import { CROP, measureSharpness } from './sharpness';

type Greys = readonly number[];

/** Reads a face crop of models/faces: a PNG of 8 bits of grey, whose side is CROP. */
function sample(name: string): Greys {
  const file = readFileSync(new URL(`../../../models/faces/${name}.png`, import.meta.url));
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
    }
  }
  const rows = inflateSync(Buffer.concat(data));
  const greys: number[] = [];
  for (let y = 0; y < CROP; y += 1) {
    for (let x = 0; x < CROP; x += 1) {
      const before = x > 0 ? (greys[y * CROP + x - 1] ?? 0) : 0;
      const above = greys[(y - 1) * CROP + x] ?? 0;
      const corner = x > 0 ? (greys[(y - 1) * CROP + x - 1] ?? 0) : 0;
      const filter = rows[y * (CROP + 1)] ?? 0;
      const guess = [0, before, above, (before + above) >> 1, paeth(before, above, corner)][filter];
      greys.push(((rows[y * (CROP + 1) + 1 + x] ?? 0) + (guess ?? 0)) & 255);
    }
  }
  return greys;
}

/** Of a PNG's filters, the one that looks into three directions (W3C PNG, section 9.4). */
function paeth(before: number, above: number, corner: number): number {
  const estimate = before + above - corner;
  const distance = (value: number) => Math.abs(estimate - value);
  const least = Math.min(distance(before), distance(above), distance(corner));
  return [before, above, corner].find((value) => distance(value) === least) ?? 0;
}

/** Blurs by a Gaussian, of which the sigma is a share of the side. */
function blurred(greys: Greys, share: number): Greys {
  const sigma = share * CROP;
  const reach = Math.ceil(3 * sigma);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-((index - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const inside = (place: number) => Math.max(0, Math.min(CROP - 1, place));
  const along = (from: Greys, placeOf: (x: number, y: number, step: number) => number) =>
    from.map((_, place) =>
      weights.reduce((total, weight, index) => {
        const [x, y] = [place % CROP, Math.floor(place / CROP)];
        return total + ((from[placeOf(x, y, index - reach)] ?? 0) * weight) / sum;
      }, 0),
    );
  const wide = along(greys, (x, y, step) => y * CROP + inside(x + step));
  return along(wide, (x, y, step) => inside(y + step) * CROP + x);
}

const pixels = (greys: Greys) =>
  Uint8ClampedArray.from(greys.flatMap((grey) => [grey, grey, grey, 255]));

const adviceOn = (greys: Greys) => {
  const sharpness = measureSharpness(pixels(greys));
  return adviceFor({
    exposure: { highlights: 200 },
    faceSide: 300,
    ...(sharpness !== undefined && { sharpness }),
  });
};

describe.each(['eileen_collins', 'grace_hopper'])('of the face of %s', (name) => {
  const face = sample(name);

  test('nothing is said while it is sharp', () => {
    expect(adviceOn(face)).toBeUndefined();
  });

  test.each([0.005, 0.01])('nothing is said if it is hardly blurred: %f of its side', (share) => {
    expect(adviceOn(blurred(face, share))).toBeUndefined();
  });

  test.each([0.03, 0.04, 0.06, 0.1])('it is said that it is blurred: %f of its side', (share) => {
    expect(adviceOn(blurred(face, share))).toBe('blurred');
  });

  test('neither dim light nor little contrast is taken for blur', () => {
    const sharpness = measureSharpness(pixels(face)) ?? 0;
    for (const faint of [face.map((grey) => grey / 3), face.map((grey) => 60 + grey / 4)]) {
      expect(measureSharpness(pixels(faint))).toBeCloseTo(sharpness, 1);
      expect(adviceOn(faint)).toBeUndefined();
    }
    expect(adviceOn(blurred(face, 0.04).map((grey) => grey / 3))).toBe('blurred');
  });
});

test('nothing is said of a single colour', () => {
  expect(measureSharpness(pixels(new Array<number>(CROP * CROP).fill(128)))).toBeUndefined();
});
