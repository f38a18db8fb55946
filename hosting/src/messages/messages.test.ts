import { describe, expect, test } from 'vitest';
import { en } from './en';
import { asPercent, counted, text } from './messages';

const sources = import.meta.glob<string>(['../**/*.ts', '!../**/*.test.ts', '!./en.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('messages', () => {
  test('are filled in', () => {
    expect(text('mood.confidence', { percent: '93%' })).toBe('93% sure');
    expect(asPercent(0.934)).toBe('93%');
  });

  test('keep a place that nothing is given for, so that the slip is seen', () => {
    expect(text('mood.confidence')).toBe('{percent} sure');
  });

  test('are chosen by a number', () => {
    expect(counted('playlist.tracks', 1)).toBe('One track');
    expect(counted('playlist.tracks', 10)).toBe('10 tracks');
  });

  test('are all used', () => {
    const code = Object.values(sources).join('\n');
    const unused = Object.keys(en).filter((key) => !isUsed(key, code));
    expect(unused).toEqual([]);
  });
});

/** A key stands in the code whole, or as a template that ends in a value: `emotion.${emotion}`. */
function isUsed(key: string, code: string): boolean {
  const stem = key.replace(/\.(one|other)$/, '');
  const folder = key.slice(0, key.lastIndexOf('.'));
  return code.includes(`'${stem}'`) || code.includes(`\`${folder}.\${`);
}
