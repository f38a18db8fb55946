import { describe, expect, test } from 'vitest';
import type { NamedPlaylist } from '../../playlist/playlist';
import type { Track } from '../../playlist/track';
import { asM3u } from './m3u';

const song: Track = {
  id: 'jamendo-1',
  source: 'Jamendo',
  title: 'Über den Wolken, live',
  artist: 'Ananya – अनन्या',
  durationSeconds: 181.6,
  affect: { valence: 0, arousal: 0 },
  reasons: [],
  links: { audio: { url: 'https://audio.example/1.mp3?a=b&c=d', kind: 'direct' } },
};

const original: Track = {
  ...{ id: 'original-1', source: 'Moodify originals', title: 'Golden Parade', artist: 'Moodify' },
  durationSeconds: 150,
  affect: { valence: 0.7, arousal: 0.5 },
  reasons: [],
  recipe: { seed: 1, valence: 0.7, arousal: 0.5 },
};

const playlist = (...tracks: Track[]): NamedPlaylist => ({
  name: 'Sunday\nmorning',
  moodId: 'mood0123456789abcdef',
  emotion: 'happy',
  goal: 'lift',
  tracks,
});

const lines = (...tracks: Track[]) =>
  asM3u(playlist(...tracks), ({ title }) => `${title} has no address`).split('\r\n');

describe('an M3U', () => {
  test('says that it is one, in which encoding, and its name in one line', () => {
    expect(lines()).toEqual(['#EXTM3U', '#EXTENC:UTF-8', '#PLAYLIST:Sunday morning', '']);
  });

  test('gives seconds, artist, title and address of a track', () => {
    expect(lines(song).slice(3, 5)).toEqual([
      '#EXTINF:182,Ananya – अनन्या - Über den Wolken, live',
      'https://audio.example/1.mp3?a=b&c=d',
    ]);
  });

  test('gives -1 for a length that is not known', () => {
    expect(lines({ ...song, durationSeconds: 0 })[3]).toMatch(/^#EXTINF:-1,/);
  });

  test('names an original, which has no address, in a comment', () => {
    expect(lines(original, song).slice(3)).toEqual([
      '# Golden Parade has no address',
      '#EXTINF:182,Ananya – अनन्या - Über den Wolken, live',
      'https://audio.example/1.mp3?a=b&c=d',
      '',
    ]);
  });

  test('gives the file of an original that lies beside it', () => {
    const files = new Map([[original.id, 'Moodify - Golden Parade.webm']]);
    const written = asM3u(playlist(original), () => 'no address', files).split('\r\n');
    expect(written.slice(3)).toEqual([
      '#EXTINF:150,Moodify - Golden Parade',
      'Moodify - Golden Parade.webm',
      '',
    ]);
  });

  test('lets no title write a line of its own', () => {
    const sly = { ...song, title: 'x\r\nhttps://evil.example/\u2028#EXTINF:1,y' };
    const written = lines(sly);
    expect(written).toHaveLength(6);
    expect(written[3]).toBe('#EXTINF:182,Ananya – अनन्या - x https://evil.example/ #EXTINF:1,y');
    const slyOriginal = { ...original, title: 'x\nhttps://evil.example/' };
    expect(lines(slyOriginal)[3]).toBe('# x https://evil.example/ has no address');
  });
});
