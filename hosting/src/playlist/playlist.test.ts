import { describe, expect, test } from 'vitest';
import type { Mood } from '../mood/mood';
import { answers, readPlaylist } from './playlist';

const track = {
  id: 'original-1',
  source: 'Moodify originals',
  title: 'Golden Parade',
  artist: 'Moodify',
  durationSeconds: 150,
  affect: { valence: 0.7, arousal: 0.5 },
  recipe: { seed: 1, valence: 0.7, arousal: 0.5 },
  reasons: [{ code: 'fits_expression' }, { code: 'tagged', value: 'calm' }],
};

describe('a playlist', () => {
  test('is read with its tracks', () => {
    const fields = {
      goal: 'match',
      emotion: 'happy',
      tracks: [track],
      unavailable: ['Jamendo', 7],
    };
    expect(readPlaylist(fields)).toEqual({ ...fields, unavailable: ['Jamendo'] });
  });

  test('leaves out a track that has no title', () => {
    const tracks = [{ id: 'x', artist: 'nobody' }, track];
    expect(readPlaylist({ goal: 'match', emotion: 'happy', tracks })?.tracks).toEqual([track]);
  });

  test('shows a track of which little is known', () => {
    const tracks = [{ id: 'x', title: 'A', artist: 'B' }];
    expect(readPlaylist({ goal: 'calm', emotion: 'sad', tracks })?.tracks[0]).toEqual({
      id: 'x',
      source: '',
      title: 'A',
      artist: 'B',
      durationSeconds: 0,
      affect: { valence: 0, arousal: 0 },
      reasons: [],
    });
  });

  test('is none without a goal, an emotion or tracks', () => {
    expect(readPlaylist({ emotion: 'happy', tracks: [] })).toBeUndefined();
    expect(readPlaylist({ goal: 'match', tracks: [] })).toBeUndefined();
    expect(readPlaylist({ goal: 'match', emotion: 'happy' })).toBeUndefined();
  });
});

describe('a playlist answers an entry', () => {
  const playlist = { goal: 'match', emotion: 'happy', tracks: [], unavailable: [] } as const;
  const mood: Mood = { id: 'm', status: 'ready', source: 'photo', emotion: 'happy' };

  test.each<[string, Partial<Mood>, boolean]>([
    ['that has no goal, which means to fit', {}, true],
    ['of the same goal', { goal: 'match' }, true],
    ['but not one whose goal has changed', { goal: 'calm' }, false],
    ['that was corrected to the same expression', { correction: 'happy' }, true],
    ['but not one that has been corrected since', { correction: 'sad' }, false],
  ])('%s', (_, change, expected) => {
    expect(answers(playlist, { ...mood, ...change })).toBe(expected);
  });
});
