import { describe, expect, test } from 'vitest';
import { compose, harmonyOf } from './compose';
import type { Recipe } from './recipe';
import { MODES } from './scale';
import { isDrum, type Voice } from './score';
import { STYLES, type StyleName } from './styles';

/** Recipes all over the plane, as many as there are in the built-in catalogue. */
const RECIPES: readonly Recipe[] = Array.from({ length: 256 }, (_, index) => ({
  seed: index + 1,
  valence: -1 + (2 * (index % 16)) / 15,
  arousal: -1 + (2 * Math.floor(index / 16)) / 15,
}));

const happy: Recipe = { seed: 7, valence: 0.8, arousal: 0.5 };
const sad: Recipe = { seed: 7, valence: -0.7, arousal: -0.5 };

const pitched = (recipe: Recipe) => compose(recipe).notes.filter(({ voice }) => !isDrum(voice));

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

  test('has a melody, chords and a bass in the harmony of their bar', () => {
    for (const recipe of RECIPES.slice(0, 64)) {
      const passages = harmonyOf(recipe);
      const odd = pitched(recipe).filter(({ pitch, beat }) => {
        const bar = Math.floor(beat / 4);
        const passage = passages.findLast((candidate) => candidate.bar <= bar);
        const chord = passage?.chords[bar - passage.bar];
        const tonic = passage?.tonic ?? 0;
        return !chord?.semitones.some((semitones) => (tonic + semitones - pitch) % 12 === 0);
      });
      expect(odd).toEqual([]);
    }
  });

  test('keeps to its key if it is pleasant, but for what it borrows', () => {
    for (const recipe of RECIPES.filter(({ valence }) => valence > 0.1)) {
      const { mode, key } = compose(recipe).character;
      const passages = harmonyOf(recipe);
      const notes = pitched(recipe);
      const own = notes.filter(({ pitch, beat }) => {
        const passage = passages.findLast((candidate) => candidate.bar <= Math.floor(beat / 4));
        const lift = passage?.transposition ?? 0;
        return MODES[mode].some((semitones) => (key + lift + semitones - pitch) % 12 === 0);
      });
      expect(own.length / notes.length).toBeGreaterThan(0.9);
    }
  });

  test('ends on the chord of its tonic', () => {
    for (const recipe of [sad, ...RECIPES]) {
      const last = compose(recipe)
        .notes.filter(({ voice }) => voice === 'bass')
        .at(-1);
      expect((last?.pitch ?? 0) % 12).toBe((harmonyOf(recipe).at(-1)?.tonic ?? NaN) % 12);
    }
    const { character, notes } = compose(sad);
    expect((notes.filter(({ voice }) => voice === 'bass').at(-1)?.pitch ?? 0) % 12).toBe(
      character.key,
    );
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

  test('has drums that vary and lead on, in lively pieces', () => {
    const lively = RECIPES.filter(({ arousal }) => arousal > 0.3);
    for (const recipe of lively) {
      const { notes } = compose(recipe);
      const bars = new Map<number, string>();
      for (const { voice, beat } of notes.filter((note) => isDrum(note.voice))) {
        const bar = Math.floor(beat / 4);
        bars.set(bar, `${bars.get(bar) ?? ''} ${voice} ${(beat % 4).toFixed(2)}`);
      }
      expect(new Set(bars.values()).size).toBeGreaterThanOrEqual(16);
    }
  });
});

describe('a place of the plane', () => {
  const SEEDS = Array.from({ length: 40 }, (_, index) => index);
  const ofStyle = (name: StyleName) => {
    const { valence, arousal } = STYLES[name];
    return SEEDS.map((seed) => compose({ seed, valence, arousal }).character);
  };
  const names = Object.keys(STYLES) as StyleName[];
  const apart = (one = new Set<string>(), other = new Set<string>()) =>
    one.size > 0 && [...one].every((member) => !other.has(member));

  test.each(names)('such as %s has music of its own', (name) => {
    const own = ofStyle(name).filter(({ style }) => style === name);
    expect(own.length).toBeGreaterThan(0.7 * SEEDS.length);
  });

  test('is played by others than the next', () => {
    const ensembles = names.map((name) => {
      const { melody, chords, pad, bass } = STYLES[name].choices;
      return JSON.stringify([melody, chords, pad, bass, STYLES[name].groove, STYLES[name].comping]);
    });
    expect(new Set(ensembles).size).toBe(names.length);
  });

  test('such as anger, fear and joy share neither band nor harmony nor beat', () => {
    const heard = (['angry', 'fearful', 'happy'] as const).map((name) =>
      ofStyle(name).filter(({ style }) => style === name),
    );
    const kinds = heard.map((characters) => ({
      chords: new Set(characters.map(({ ensemble }) => ensemble.chords)),
      bass: new Set(characters.map(({ ensemble }) => ensemble.bass)),
    }));
    const [angry, fearful, happy] = kinds;
    expect(apart(angry?.chords, fearful?.chords)).toBe(true);
    expect(apart(angry?.chords, happy?.chords)).toBe(true);
    expect(apart(angry?.bass, happy?.bass)).toBe(true);
    expect(apart(fearful?.bass, happy?.bass)).toBe(true);
    const palettes = (['angry', 'fearful', 'happy'] as const).map((name) => STYLES[name].palette);
    expect(new Set(palettes).size).toBe(3);
  });
});
