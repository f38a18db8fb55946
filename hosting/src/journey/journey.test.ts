import { describe, expect, test } from 'vitest';
import type { Mood } from '../mood/mood';
import type { Playlist } from '../playlist/playlist';
import { isInFlight, shownSteps, stepOf, type Journey, type Step } from './journey';

const start: Journey = { uploadEnded: false, slow: false };
const sent: Journey = { ...start, moodId: 'm', uploadEnded: true };
const mood = (status: Mood['status']): Mood => ({ id: 'm', status, source: 'photo' });
const playlist: Playlist = { goal: 'match', emotion: 'happy', tracks: [], unavailable: [] };

describe('a journey', () => {
  test.each<[string, Journey, Step]>([
    ['has only begun', start, 'preparing'],
    ['is being uploaded', { ...start, moodId: 'm', uploaded: 0.5 }, 'uploading'],
    ['has arrived', sent, 'finding'],
    ['has been taken up', { ...sent, mood: mood('analyzing') }, 'reading'],
    [
      'was taken up before the upload reported its end',
      { ...start, mood: mood('analyzing') },
      'reading',
    ],
    ['has been read', { ...sent, mood: mood('ready') }, 'choosing'],
    ['has been read without being sure', { ...sent, mood: mood('unsure') }, 'choosing'],
    ['has its music', { ...sent, mood: mood('ready'), playlist }, 'done'],
    [
      'waits for music for another goal',
      { ...sent, mood: { ...mood('ready'), goal: 'calm' }, playlist },
      'choosing',
    ],
    ['has no face', { ...sent, mood: mood('no_face') }, 'done'],
    ['has failed', { ...sent, mood: mood('failed') }, 'done'],
    ['waits for an answer', { ...start, question: 'dark' }, 'asking'],
    ['was refused', { ...start, trouble: 'photo.error.empty' }, 'stopped'],
    ['lost its connection', { ...sent, trouble: 'trouble.network' }, 'stopped'],
    [
      'lost its connection before the music',
      { ...sent, mood: mood('ready'), trouble: 'trouble.network' },
      'stopped',
    ],
  ])('that %s', (_, journey, step) => {
    expect(stepOf(journey)).toBe(step);
    expect(isInFlight(journey)).toBe(!['asking', 'done', 'stopped'].includes(step));
  });
});

test('only the steps that there are are shown', () => {
  const photo = ['uploading', 'finding', 'reading', 'choosing'];
  expect(shownSteps(start)).toEqual(photo);
  expect(shownSteps({ ...sent, mood: mood('ready') })).toEqual(photo);
  expect(shownSteps({ ...sent, mood: { ...mood('ready'), source: 'manual' } })).toEqual([
    'choosing',
  ]);
  expect(shownSteps({ ...sent, past: true, mood: mood('ready') })).toEqual(['choosing']);
});
