import { describe, expect, test } from 'vitest';
import { harmonize, isChordTone } from './harmony';
import { composeMelody, type MelodyStyle } from './melody';
import { Random } from './random';

const SEEDS = Array.from({ length: 40 }, (_, index) => index);

const STYLE = { density: 1, syncopation: 0.3, centre: 9, leaps: 1, rise: 0, gaps: 0 };

const melodyOf = (seed: number, style: MelodyStyle = STYLE) => {
  const plain = { palette: 'ionian', mode: 'ionian', colour: 0, extensions: {} } as const;
  const { theme } = harmonize(plain, new Random(seed, 'harmony'));
  return { chords: theme, melody: composeMelody(theme, style, new Random(seed, 'melody')) };
};

describe('a melody', () => {
  test('fills its eight bars without playing two notes at once', () => {
    for (const seed of SEEDS) {
      const { melody } = melodyOf(seed);
      melody.slice(1).forEach((note, index) => {
        const before = melody[index];
        expect(note.eighth).toBeGreaterThanOrEqual((before?.eighth ?? 0) + (before?.eighths ?? 0));
      });
      expect(melody[0]?.eighth).toBe(0);
      expect(melody.at(-1)?.eighth).toBe(56);
    }
  });

  test('agrees with the chord on the first and the third beat of every bar', () => {
    for (const seed of SEEDS) {
      const { chords, melody } = melodyOf(seed);
      const strong = melody.filter(({ eighth }) => eighth % 4 === 0);
      expect(strong.length).toBeGreaterThan(0);
      for (const { eighth, step } of strong) {
        const chord = chords[Math.floor(eighth / 8)];
        expect(chord && isChordTone(chord, step)).toBe(true);
      }
    }
  });

  test('stays near its centre', () => {
    for (const seed of SEEDS) {
      for (const { step } of melodyOf(seed).melody) {
        expect(Math.abs(step - 9)).toBeLessThanOrEqual(8);
      }
    }
  });

  test('comes back to its first rhythm, so that it can be remembered', () => {
    for (const seed of SEEDS) {
      const { melody } = melodyOf(seed);
      const rhythms = [0, 1, 2].map((cell) =>
        melody
          .filter(({ eighth }) => Math.floor(eighth / 16) === cell)
          .map(({ eighth }) => eighth % 16)
          .join(),
      );
      expect(new Set(rhythms).size).toBeLessThan(3);
    }
  });

  test('answers in most of its second half what it asked in the first', () => {
    const rhymes = SEEDS.filter((seed) => {
      const rhythm = (half: number) =>
        melodyOf(seed)
          .melody.filter(({ eighth }) => eighth >= 32 * half && eighth < 32 * half + 16)
          .map(({ eighth }) => eighth % 32)
          .join();
      return rhythm(0) === rhythm(1);
    });
    expect(rhymes.length).toBeGreaterThan(SEEDS.length / 2);
  });

  test('leaps, and rises, as willingly as it is asked to', () => {
    const moves = (style: MelodyStyle) =>
      SEEDS.flatMap((seed) => {
        const { melody } = melodyOf(seed, style);
        return melody.slice(1).map(({ step }, index) => step - (melody[index]?.step ?? step));
      });
    const leaps = (style: MelodyStyle) => moves(style).filter((move) => Math.abs(move) >= 3).length;
    expect(leaps({ ...STYLE, leaps: 3 })).toBeGreaterThan(1.2 * leaps({ ...STYLE, leaps: 0.3 }));
    const rising = (style: MelodyStyle) =>
      moves(style).filter((move) => move > 0).length /
      moves(style).filter((move) => move < 0).length;
    expect(rising({ ...STYLE, rise: 1 })).toBeGreaterThan(1.2 * rising({ ...STYLE, rise: -1 }));
  });

  test('falters where it is asked to, but begins and ends', () => {
    for (const seed of SEEDS) {
      const { melody } = melodyOf(seed, { ...STYLE, gaps: 0.4 });
      expect(melody.length).toBeLessThanOrEqual(melodyOf(seed).melody.length);
      expect([melody[0]?.eighth, melody.at(-1)?.eighth]).toEqual([0, 56]);
    }
  });
});
