// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BlazeFace, LOOKED_AT } from './blaze-face';
import { readGraph } from './tflite';

// That it finds faces is tested in the browser, where photos can be decoded: camera.spec.ts and
// home.spec.ts.
const file = readFileSync(
  new URL('../../../../models/face/face_detection_short_range.tflite', import.meta.url),
);
const model = new Uint8Array(file).buffer;

describe('the net that finds faces', () => {
  test('is read whole: every constant, and every operation but the widening of constants', () => {
    const { tensors, operations, inputs, outputs } = readGraph(model);
    expect(inputs.map((place) => tensors[place]?.shape)).toEqual([[1, 128, 128, 3]]);
    expect(outputs.map((place) => tensors[place]?.shape)).toEqual([
      [1, 896, 16],
      [1, 896, 1],
    ]);
    expect(operations).toHaveLength(90);
    const weights = tensors.filter((tensor) => 'data' in tensor);
    expect(weights.every(({ data }) => data.every(Number.isFinite))).toBe(true);
  });

  test.each([
    ['black', () => 0],
    ['white', () => 255],
    ['stripes', (index: number) => (Math.floor(index / 64) % 2) * 255],
  ])('sees none in a square of %s', (_, pixel) => {
    const pixels = Uint8ClampedArray.from({ length: LOOKED_AT * LOOKED_AT * 4 }, (_, index) =>
      pixel(index),
    );
    expect(new BlazeFace(model).look(pixels, 0.5)).toEqual([]);
  });

  test('does not take another file for a net', () => {
    expect(() => readGraph(new ArrayBuffer(64))).toThrow();
  });
});
