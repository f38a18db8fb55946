import { describe, expect, test } from 'vitest';
import { layOut } from './form';
import { Random } from './random';

test('a piece of any length is filled from an opening to an ending', () => {
  for (let bars = 16; bars <= 96; bars += 4) {
    const sections = layOut(bars, 0, new Random(bars));
    let next = 0;
    for (const { bar, bars: length } of sections) {
      expect(bar).toBe(next);
      next += length;
    }
    expect(next).toBe(bars);
    expect(sections[0]?.role).toBe('opening');
    expect(sections.at(-1)?.role).toBe('ending');
    expect(sections.at(-2)?.role).toBe('theme');
  }
});

test('a piece has more going on towards its end than at its beginning', () => {
  const themes = layOut(72, 0, new Random(1)).filter(({ role }) => role === 'theme');
  expect(themes.at(-1)?.energy).toBeGreaterThan(themes[0]?.energy ?? 1);
});

describe('a piece of usual length', () => {
  const lengths = [56, 60, 68, 72, 80, 84, 92];

  test('has a contrast, and a bridge that falls back before the last theme', () => {
    for (const bars of lengths) {
      const sections = layOut(bars, 0, new Random(bars));
      const bridge = sections.findIndex(({ role }) => role === 'bridge');
      expect(sections.some(({ role }) => role === 'contrast')).toBe(true);
      expect(bridge).toBeGreaterThan(2);
      expect(sections[bridge]?.energy).toBeLessThan(sections[bridge - 1]?.energy ?? 0);
      const heights = sections.map(({ energy }) => energy);
      expect(heights.indexOf(Math.max(...heights))).toBeGreaterThan(bridge);
    }
  });

  test('goes up after its bridge where it is asked to, and stays there', () => {
    for (const bars of lengths) {
      const sections = layOut(bars, 2, new Random(bars));
      const bridge = sections.findIndex(({ role }) => role === 'bridge');
      const transpositions = sections.map(({ transposition }) => transposition);
      expect(transpositions.slice(0, bridge + 1).every((semitones) => semitones === 0)).toBe(true);
      expect(transpositions.slice(bridge + 1).every((semitones) => semitones === 2)).toBe(true);
    }
  });
});
