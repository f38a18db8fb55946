import { expect, test } from 'vitest';
import type { NamedPlaylist } from '../../playlist/playlist';
import { asJspf } from './jspf';

const affect = { valence: 0.7, arousal: 0.5 };

const playlist: NamedPlaylist = {
  name: 'शाम "quoted" </script>',
  moodId: 'mood0123456789abcdef',
  emotion: 'happy',
  goal: 'lift',
  createdAt: new Date(0),
  tracks: [
    {
      id: 'jamendo-1',
      source: 'Jamendo',
      title: 'One',
      artist: 'A',
      durationSeconds: 181.6,
      affect,
      reasons: [{ code: 'lifts_mood' }],
      links: {
        audio: { url: 'https://audio.example/1.mp3', kind: 'direct' },
        page: 'https://music.example/1',
        licence: { name: 'CC BY', url: 'https://licence.example/by' },
      },
    },
    {
      id: 'original-1',
      source: 'Moodify originals',
      title: 'Golden Parade',
      artist: 'Moodify',
      durationSeconds: 0,
      affect,
      reasons: [],
      recipe: { seed: 1, ...affect },
    },
  ],
};

test('a playlist is written as JSPF, originals with what they are made from', () => {
  const about = 'urn:x-moodify:playlist:1';
  expect(JSON.parse(asJspf(playlist))).toEqual({
    playlist: {
      title: 'शाम "quoted" </script>',
      creator: 'Moodify',
      date: '1970-01-01T00:00:00.000Z',
      extension: {
        [about]: [{ moodId: 'mood0123456789abcdef', emotion: 'happy', goal: 'lift' }],
      },
      track: [
        {
          title: 'One',
          creator: 'A',
          location: ['https://audio.example/1.mp3'],
          info: 'https://music.example/1',
          duration: 181600,
          meta: [{ 'http://purl.org/dc/terms/license': 'https://licence.example/by' }],
          extension: {
            [about]: [
              { id: 'jamendo-1', source: 'Jamendo', affect, reasons: [{ code: 'lifts_mood' }] },
            ],
          },
        },
        {
          title: 'Golden Parade',
          creator: 'Moodify',
          extension: {
            [about]: [
              {
                id: 'original-1',
                source: 'Moodify originals',
                affect,
                reasons: [],
                recipe: { seed: 1, ...affect },
              },
            ],
          },
        },
      ],
    },
  });
});
