import { expect, test } from 'vitest';
import { Convolution } from './convolution';
import { noise, silence, type Signal } from './signal';

/** What one sample of the answer is by the definition of convolution. */
function sampleOf(source: Signal, answer: Signal, index: number): number {
  let sum = 0;
  for (let age = 0; age <= Math.min(index, answer.length - 1); age += 1) {
    sum += (source[index - age] ?? 0) * (answer[age] ?? 0);
  }
  return sum;
}

test.each([
  [0.5, 0.2],
  [2.1, 1.9],
])('a signal of %d s is answered as its samples would be one by one, for %d s', (long, ringing) => {
  const source = noise(long, 'source');
  const answer = { left: noise(ringing, 'left'), right: noise(ringing, 'right') };
  const heard = new Convolution(answer).of(source);
  for (const side of ['left', 'right'] as const) {
    expect(heard[side]).toHaveLength(source.length);
    for (const share of [0, 0.001, 0.3, 0.35, 0.71, 0.9999]) {
      const index = Math.floor(share * source.length);
      expect(heard[side][index]).toBeCloseTo(sampleOf(source, answer[side], index), 3);
    }
  }
});

test('a click is answered by the answer itself, wherever it comes', () => {
  const answer = { left: noise(1, 'left'), right: noise(1, 'right') };
  const clicks = silence(3);
  clicks[40_000] = 1;
  const heard = new Convolution(answer).of(clicks);
  for (const side of ['left', 'right'] as const) {
    for (const index of [0, 1, 20_000, 44_099]) {
      expect(heard[side][40_000 + index]).toBeCloseTo(answer[side][index] ?? NaN, 5);
    }
    expect(heard[side][39_999]).toBeCloseTo(0, 5);
  }
});

test('silence is answered by silence', () => {
  const answer = { left: noise(1, 'left'), right: noise(1, 'right') };
  const { left, right } = new Convolution(answer).of(silence(2));
  expect([...left, ...right].every((sample) => sample === 0)).toBe(true);
});
