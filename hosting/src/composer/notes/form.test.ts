import { expect, test } from 'vitest';
import { layOut } from './form';
import { Random } from './random';

test('a piece of any length is filled from an opening to an ending', () => {
  for (let bars = 16; bars <= 96; bars += 4) {
    const sections = layOut(bars, new Random(bars));
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
  const themes = layOut(72, new Random(1)).filter(({ role }) => role === 'theme');
  expect(themes.at(-1)?.energy).toBeGreaterThan(themes[0]?.energy ?? 1);
});
