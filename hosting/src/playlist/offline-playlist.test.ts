import { describe, expect, test } from 'vitest';
import { EMOTIONS } from '../mood/emotion';
import { GOALS } from '../mood/goal';
import { offlinePlaylist } from './offline-playlist';
import type { Affect } from './track';

const every = EMOTIONS.flatMap((emotion) => GOALS.map((goal) => [emotion, goal] as const));

const distance = (one: Affect | undefined, other: Affect) =>
  one ? Math.hypot(one.valence - other.valence, one.arousal - other.arousal) : Infinity;

describe('a list that is made without the server', () => {
  test.each(every)('for %s and %s has fifteen different originals', (emotion, goal) => {
    const { tracks } = offlinePlaylist('entry', emotion, goal);
    expect(new Set(tracks.map(({ id }) => id)).size).toBe(15);
    tracks.forEach(({ id, recipe, affect }) => {
      expect(id).toMatch(/^moodify-\d{1,15}-n?\d{1,3}-n?\d{1,3}$/);
      expect(recipe).toMatchObject(affect);
    });
  });

  test('is the same for an entry each time, and another for another entry', () => {
    expect(offlinePlaylist('one', 'sad', 'match')).toEqual(offlinePlaylist('one', 'sad', 'match'));
    const ids = (moodId: string) =>
      offlinePlaylist(moodId, 'sad', 'match').tracks.map(({ id }) => id);
    expect(ids('one')).not.toEqual(ids('two'));
  });

  test('lies around the place of the mood', () => {
    offlinePlaylist('entry', 'angry', 'match').tracks.forEach(({ affect }) => {
      expect(distance(affect, { valence: -0.6, arousal: 0.7 })).toBeLessThan(0.25);
    });
  });

  test('leads from a sad mood to a lifted one within ten minutes', () => {
    const { tracks } = offlinePlaylist('entry', 'sad', 'lift');
    expect(distance(tracks[0]?.affect, { valence: -0.7, arousal: -0.5 })).toBeLessThan(0.25);
    tracks.slice(4).forEach(({ affect }) => {
      expect(distance(affect, { valence: 0.5, arousal: 0.3 })).toBeLessThan(0.25);
    });
  });
});
