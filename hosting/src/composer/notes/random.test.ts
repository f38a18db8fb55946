import { describe, expect, test } from 'vitest';
import { Random } from './random';

const numbers = (...words: (string | number)[]) => {
  const random = new Random(...words);
  return Array.from({ length: 1000 }, () => random.next());
};

describe('chance', () => {
  test('is the same under the same words, and another under others', () => {
    expect(numbers(1, 'drums')).toEqual(numbers(1, 'drums'));
    expect(numbers(1, 'drums')).not.toEqual(numbers(1, 'melody'));
    expect(numbers(1, 'drums')).not.toEqual(numbers(2, 'drums'));
  });

  test('spreads evenly over its range', () => {
    const drawn = numbers('even');
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(drawn.reduce((sum, number) => sum + number, 0) / drawn.length).toBeCloseTo(0.5, 1);
  });

  test('picks as often as the weights say', () => {
    const random = new Random('weights');
    const picked = Array.from({ length: 2000 }, () =>
      random.pickWeighted([0, 1, 3], (item) => item),
    );
    expect(picked).not.toContain(0);
    expect(picked.filter((item) => item === 3).length / picked.length).toBeCloseTo(0.75, 1);
  });

  test('has nothing to pick from nothing', () => {
    expect(() => new Random().pick([])).toThrow(RangeError);
  });
});
