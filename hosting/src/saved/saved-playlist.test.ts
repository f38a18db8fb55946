import { describe, expect, test } from 'vitest';
import { asName, LONGEST_NAME, nameTrouble, readSavedPlaylist } from './saved-playlist';

const track = {
  id: 'original-1',
  source: 'Moodify originals',
  title: '<img src=x onerror=alert(1)>',
  artist: 'Moodify',
  durationSeconds: 150,
  affect: { valence: 0.7, arousal: 0.5 },
  recipe: { seed: 1, valence: 0.7, arousal: 0.5 },
  reasons: [],
};

const fields = {
  name: 'Sunday',
  moodId: 'mood0123456789abcdef',
  emotion: 'happy',
  goal: 'lift',
  createdAt: { toDate: () => new Date(0) },
  tracks: [track, { title: 'no id' }],
};

describe('a saved playlist', () => {
  test('is read with the tracks that make sense', () => {
    expect(readSavedPlaylist('s', fields)).toEqual({
      ...fields,
      id: 's',
      tracks: [track],
      createdAt: new Date(0),
    });
  });

  test('has no time until the server has given it one', () => {
    expect(readSavedPlaylist('s', { ...fields, createdAt: null })?.createdAt).toBeUndefined();
  });

  test.each(['name', 'moodId', 'emotion', 'goal', 'tracks'])('is none without its %s', (name) => {
    expect(readSavedPlaylist('s', { ...fields, [name]: 7 })).toBeUndefined();
  });

  test('is played as the playlist that it was', () => {
    const saved = readSavedPlaylist('s', fields);
    expect(saved).toMatchObject({
      goal: 'lift',
      emotion: 'happy',
      tracks: [track],
    });
  });
});

describe('a name', () => {
  test('loses the blanks around it', () => {
    expect(asName('  Rainy \n')).toBe('Rainy');
    expect(asName(' \t ')).toBe('');
  });

  test.each([
    ['nothing to see', ' \n', 'saved.name.missing'],
    ['one letter too many', 'x'.repeat(LONGEST_NAME + 1), 'saved.name.too-long'],
    ['as many letters as fit', ` ${'x'.repeat(LONGEST_NAME)} `, undefined],
    // Composed, it is 100 letters.
    ['letters that are composed', 'A\u030a'.repeat(LONGEST_NAME), undefined],
  ])('of %s is refused or kept as it is', (_, typed, trouble) => {
    expect(nameTrouble(typed)).toBe(trouble);
  });

  test('is composed, so that the same letters are the same name', () => {
    expect(asName('A\u030ar')).toBe('\u00c5r');
  });

  test('is cut at 100 without cutting a character in half', () => {
    const name = asName('x' + '😀'.repeat(60));
    expect(name.length).toBe(99);
    expect(name).toMatch(/^x(😀)+$/u);
  });
});
