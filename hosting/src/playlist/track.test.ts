import { describe, expect, test } from 'vitest';
import { reasonText } from './reason-text';
import { readTrack, type Reason } from './track';

const bare = { id: 'x', title: 'A', artist: 'B' };

describe('a track', () => {
  test('of a catalogue is read with its links, its licence and its reasons', () => {
    const links = {
      audio: { url: 'https://audio.example/1.mp3', kind: 'resolve' },
      page: 'https://www.jamendo.com/track/1',
      artistPage: 'https://www.jamendo.com/artist/2',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    };
    const reasons = [{ code: 'liked_genre', value: 'folk', emotion: 'sad' }];
    const affect = { valence: 0.1, arousal: 0.2 };
    const track = { ...bare, source: 'Jamendo', durationSeconds: 100, affect, links, reasons };
    expect(readTrack(track)).toEqual(track);
  });

  test('of our own is read with its recipe', () => {
    const recipe = { seed: 3, valence: -0.1, arousal: 0.4 };
    expect(readTrack({ ...bare, recipe })?.recipe).toEqual(recipe);
    expect(readTrack({ ...bare, recipe: { seed: 3 } })?.recipe).toBeUndefined();
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'not an address', 7, null])(
    'does not lead to %j',
    (address) => {
      const audio = { url: 'https://audio.example/1.mp3', kind: 'direct' };
      const links = {
        audio,
        page: address,
        artistPage: address,
        licence: { name: 'L', url: address },
      };
      expect(readTrack({ ...bare, links })?.links).toEqual({ audio, licence: { name: 'L' } });
      expect(readTrack({ ...bare, links: { audio: { url: address } } })?.links).toBeUndefined();
    },
  );

  test.each([null, 'text', 7, undefined, []])('is not made of %j', (value) => {
    expect(readTrack(value)).toBeUndefined();
  });
});

describe('a reason', () => {
  test.each<[string, Reason, string | undefined]>([
    ['a plain one', { code: 'slow' }, 'Slow'],
    [
      "a tag in the catalogue's words",
      { code: 'tagged', value: '<b>calm</b>' },
      'Tagged “<b>calm</b>”',
    ],
    ['a genre in ours', { code: 'liked_genre', value: 'folk' }, 'You like folk'],
    [
      'a genre under an expression',
      { code: 'liked_genre', value: 'folk', emotion: 'sad' },
      'You liked folk when sad',
    ],
    ['a genre without a name of ours', { code: 'liked_genre', value: 'polka' }, 'You like polka'],
    ['singing', { code: 'liked_voice', value: 'vocal' }, 'You like music with vocals'],
    ['one this page does not know', { code: 'from_the_future' }, undefined],
    ['a code that only looks like one', { code: 'when.liked_tag' }, undefined],
  ])('is said for %s', (_, reason, words) => {
    expect(reasonText(reason)).toBe(words);
  });
});
