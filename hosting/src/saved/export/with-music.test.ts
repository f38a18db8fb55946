import { expect, test } from 'vitest';
import { unzip } from '../../../test/api/unzip';
import { fakeTrack } from '../../playlist/fake-track';
import type { NamedPlaylist } from '../../playlist/playlist';
import { packWithMusic, type MakeFile } from './with-music';

const original = (id: string, seed: number) =>
  fakeTrack(id, {
    title: `Piece ${seed}`,
    artist: 'Moodify',
    recipe: { seed, valence: 0, arousal: 0 },
  });

const playlist: NamedPlaylist = {
  name: 'Sunday',
  moodId: 'mood0123456789abcdef',
  emotion: 'happy',
  goal: 'lift',
  tracks: [
    original('a', 1),
    fakeTrack('b', { links: { audio: { url: 'https://audio.example/b.mp3', kind: 'direct' } } }),
    original('c', 3),
  ],
};

const signal = new AbortController().signal;

/** Files that hold the seed of their recipe. */
const fakeFile: MakeFile = ({ seed }, onProgress) => {
  onProgress(0.5);
  return Promise.resolve({ content: new Blob([String(seed)]), ending: '.webm' });
};

test('a playlist is packed with its originals, which its M3U names', async () => {
  const progress: number[] = [];
  const waiting = { onProgress: (pieces: number) => progress.push(pieces), signal };
  const zip = await packWithMusic(playlist, 'Sunday', () => 'no address', waiting, fakeFile);
  const files = unzip(Buffer.from(await zip.arrayBuffer()));
  const names = ['01 Moodify - Piece 1.webm', '02 Moodify - Piece 3.webm'];
  expect([...files.keys()]).toEqual(['Sunday.m3u', ...names]);
  expect(names.map((name) => files.get(name)?.toString())).toEqual(['1', '3']);
  const lines = files.get('Sunday.m3u')?.toString().split('\r\n') ?? [];
  expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
    names[0],
    'https://audio.example/b.mp3',
    names[1],
  ]);
  expect(progress).toEqual([0.5, 1.5]);
});

test('packing that was ended early fails', async () => {
  const ended: MakeFile = () => Promise.reject(new DOMException('ended', 'AbortError'));
  const waiting = { onProgress: () => undefined, signal };
  await expect(
    packWithMusic(playlist, 'Sunday', () => 'no address', waiting, ended),
  ).rejects.toThrow('ended');
});
