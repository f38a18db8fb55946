import { describe, expect, test } from 'vitest';
import { compose } from './compose';
import type { Recipe } from './recipe';
import { MODES } from './scale';
import type { Voice } from './score';

/** Recipes all over the plane, as many as there are in the built-in catalogue. */
const RECIPES: readonly Recipe[] = Array.from({ length: 256 }, (_, index) => ({
  seed: index + 1,
  valence: -1 + (2 * (index % 16)) / 15,
  arousal: -1 + (2 * Math.floor(index / 16)) / 15,
}));

const happy: Recipe = { seed: 7, valence: 0.8, arousal: 0.5 };
const sad: Recipe = { seed: 7, valence: -0.7, arousal: -0.5 };

const count = (recipe: Recipe, voice: Voice) =>
  compose(recipe).notes.filter((note) => note.voice === voice).length;

describe('a piece', () => {
  test('is the same for the same recipe', () => {
    expect(compose(happy)).toEqual(compose({ ...happy }));
  });

  test('is another one for another seed', () => {
    const melodies = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
      compose({ ...happy, seed })
        .notes.filter(({ voice }) => voice === 'melody')
        .map(({ pitch }) => pitch)
        .join(),
    );
    expect(new Set(melodies).size).toBe(melodies.length);
  });

  test('takes two to four minutes, whatever its recipe', () => {
    for (const recipe of RECIPES) {
      const { seconds } = compose(recipe);
      expect(seconds).toBeGreaterThanOrEqual(120);
      expect(seconds).toBeLessThanOrEqual(240);
    }
  });

  test('is as fast as its arousal says, from 60 to 160 beats a minute', () => {
    const tempo = (arousal: number) => compose({ seed: 1, valence: 0, arousal }).character.tempo;
    expect([-1, -0.5, 0, 0.5, 1].map(tempo)).toEqual([60, 85, 110, 135, 160]);
  });

  test('is in a happier mode the more pleasant it is to sound', () => {
    const mode = (valence: number) => compose({ seed: 1, valence, arousal: 0 }).character.mode;
    expect([-0.9, -0.5, 0, 0.2, 0.8].map(mode)).toEqual(Object.keys(MODES).reverse());
  });

  test('has only notes that lie in it, that can be heard, and that someone can play', () => {
    for (const recipe of RECIPES) {
      const { notes, character, seconds } = compose(recipe);
      const odd = notes.filter(
        ({ beat, beats, pitch, velocity }) =>
          beat < 0 ||
          (beat * 60) / character.tempo >= seconds ||
          beats <= 0 ||
          pitch < 24 ||
          pitch > 100 ||
          velocity <= 0 ||
          velocity > 1,
      );
      expect(odd).toEqual([]);
    }
  });

  test('has a melody, chords and a bass in one scale', () => {
    for (const recipe of RECIPES.slice(0, 64)) {
      const { notes, character } = compose(recipe);
      const { key, mode } = character;
      const scale = new Set<number>(MODES[mode].map((semitones) => (semitones + key) % 12));
      const pitched = notes.filter(({ voice }) =>
        ['melody', 'echo', 'chords', 'pad', 'bass'].includes(voice),
      );
      expect(pitched.filter(({ pitch }) => !scale.has(pitch % 12))).toEqual([]);
    }
  });

  test('ends on the chord of its tonic', () => {
    const { notes, character } = compose(sad);
    const last = notes.filter(({ voice }) => voice === 'bass').at(-1);
    expect((last?.pitch ?? 0) % 12).toBe(character.key);
  });

  test('says more, higher and louder when it is lively and bright', () => {
    const bright = compose(happy);
    const dark = compose(sad);
    expect(bright.character.density).toBeGreaterThan(dark.character.density);
    expect(bright.character.loudness).toBeGreaterThan(dark.character.loudness);
    expect(bright.character.brightness).toBeGreaterThan(dark.character.brightness);
    expect(bright.character.articulation).toBeLessThan(dark.character.articulation);
    expect(bright.character.register).toBeGreaterThan(dark.character.register);
  });

  test('has drums when it is lively and none when it is quiet', () => {
    expect(count(happy, 'kick')).toBeGreaterThan(50);
    expect(count({ ...sad, arousal: -0.8 }, 'kick')).toBe(0);
    expect(count({ ...sad, arousal: -0.8 }, 'hat')).toBe(0);
  });

  test('takes an affect from outside the plane for its edge', () => {
    const outside = compose({ seed: 3, valence: 7, arousal: -9 });
    expect(outside).toEqual(compose({ seed: 3, valence: 1, arousal: -1 }));
  });
});
