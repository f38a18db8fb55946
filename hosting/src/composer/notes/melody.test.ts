import { describe, expect, test } from 'vitest';
import { harmonize, isChordTone } from './harmony';
import { composeMelody } from './melody';
import { Random } from './random';

const SEEDS = Array.from({ length: 40 }, (_, index) => index);

const melodyOf = (seed: number) => {
  const { theme } = harmonize('ionian', 0, new Random(seed, 'harmony'));
  const style = { density: 1, syncopation: 0.3, centre: 9 };
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
});
