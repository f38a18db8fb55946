import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EMOTIONS } from '../mood/emotion';

const css = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const charts = css('./insight-chart.css');
const tokens = css('../style/tokens.css');

type Rgb = readonly [number, number, number];

/**
 * How colours look to people with normal colour vision and without one kind of cones, on linear RGB:
 * Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", IEEE TVCG 15 (2009), table 1 at severity 1.
 */
const VISION: Readonly<Record<string, readonly Rgb[]>> = {
  'normal vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** In Oklab, where 0.02 is a difference that is just seen; bars stand side by side, labelled. */
const LEAST_DIFFERENCE = 0.075;

/** WCAG 2.2, 1.4.11. */
const LEAST_CONTRAST = 3;

describe.each(['light', 'dark'] as const)('the colours of the charts, %s,', (theme) => {
  const colours = EMOTIONS.map((emotion) => ({
    emotion,
    rgb: colour(charts, `--chart-${emotion}`, theme),
  }));

  test.each(Object.keys(VISION))('are distinct with %s', (kind) => {
    const seen = colours.map(({ emotion, rgb }) => ({
      emotion,
      place: oklab(apply(VISION[kind] ?? [], rgb)),
    }));
    const confused = seen.flatMap((one, index) =>
      seen
        .slice(index + 1)
        .filter(({ place }) => distance(one.place, place) < LEAST_DIFFERENCE)
        .map(({ emotion }) => `${one.emotion} and ${emotion}`),
    );
    expect(confused).toEqual([]);
  });

  test('stand out from the ground', () => {
    const ground = luminance(colour(tokens, '--surface', theme));
    const faint = colours.filter(({ rgb }) => contrast(luminance(rgb), ground) < LEAST_CONTRAST);
    expect(faint.map(({ emotion }) => emotion)).toEqual([]);
  });
});

/** Reads `name: light-dark(#light, #dark)` as linear RGB. */
function colour(source: string, name: string, theme: 'light' | 'dark'): Rgb {
  const found = new RegExp(`${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(source);
  const hex = found?.[theme === 'light' ? 1 : 2];
  if (!hex) {
    throw new Error(`${name} is not given for light and dark`);
  }
  const channel = (from: number) => {
    const value = parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function apply(matrix: readonly Rgb[], rgb: Rgb): Rgb {
  return matrix.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, factor, index) => sum + factor * (rgb[index] ?? 0), 0),
      ),
    ),
  ) as unknown as Rgb;
}

/** https://bottosson.github.io/posts/oklab/ */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(one: Rgb, other: Rgb): number {
  return Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)));
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
