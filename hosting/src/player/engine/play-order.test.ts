import { describe, expect, test } from 'vitest';
import type { Track } from '../../playlist/track';
import {
  followedBy,
  following,
  inOrder,
  preceding,
  restored,
  shuffled,
  trackAt,
  without,
  type PlayOrder,
} from './play-order';

const track = (id: string): Track => ({
  id,
  source: 'Jamendo',
  title: id,
  artist: 'Someone',
  durationSeconds: 100,
  affect: { valence: 0, arousal: 0 },
  reasons: [],
});

const tracks = ['a', 'b', 'c', 'd'].map(track);
const ids = (order: PlayOrder | undefined) => order?.tracks.map(({ id }) => id).join('');
const at = (order: PlayOrder | undefined) => order && trackAt(order)?.id;
const highest = (below: number) => below - 1;

describe('the order of playing', () => {
  test('goes on to the end, and no further', () => {
    expect(at(following(inOrder(tracks), 'off'))).toBe('b');
    expect(following(inOrder(tracks, 3), 'off')).toBeUndefined();
  });

  test('goes round if all tracks are repeated, both ways', () => {
    expect(at(following(inOrder(tracks, 3), 'all'))).toBe('a');
    expect(at(preceding(inOrder(tracks), 'all'))).toBe('d');
  });

  test('goes back to the first, and stays there', () => {
    expect(at(preceding(inOrder(tracks, 1), 'off'))).toBe('a');
    expect(at(preceding(inOrder(tracks), 'off'))).toBe('a');
  });

  test('is nothing without tracks', () => {
    expect(at(inOrder([]))).toBeUndefined();
    expect(following(inOrder([]), 'all')).toBeUndefined();
    expect(at(shuffled(inOrder([]), highest))).toBeUndefined();
  });
});

describe('shuffling', () => {
  test('leaves the track that plays where it is heard, and every other one is still to come', () => {
    const order = shuffled(inOrder(tracks, 2), highest);
    expect(at(order)).toBe('c');
    expect(order.index).toBe(0);
    expect(
      order.tracks
        .map(({ id }) => id)
        .sort()
        .join(''),
    ).toBe('abcd');
    expect(ids(order)).toBe('cdba');
  });

  test('is as likely to bring one track next as another', () => {
    const next = new Map<string, number>();
    for (let round = 0; round < 3000; round += 1) {
      const order = shuffled(inOrder(tracks), (below) => Math.floor(Math.random() * below));
      const id = order.tracks[1]?.id ?? '';
      next.set(id, (next.get(id) ?? 0) + 1);
    }
    for (const id of ['b', 'c', 'd']) {
      expect(next.get(id)).toBeGreaterThan(850);
    }
  });

  test('is taken back as if it had not been, at the track that plays now', () => {
    const twice = shuffled(shuffled(inOrder(tracks, 2), highest), highest);
    const back = restored({ ...twice, index: 3 });
    expect(ids(back)).toBe('abcd');
    expect(at(back)).toBe(twice.tracks[3]?.id);
    expect(back.unshuffled).toBeUndefined();
  });
});

describe('a track', () => {
  test('is taken out of the queue, also of the order before it was shuffled', () => {
    const order = without(shuffled(inOrder(tracks, 1), highest), 'd');
    expect([ids(order), at(order)]).toEqual(['bca', 'b']);
    expect(ids(restored(order))).toBe('abc');
  });

  test('is not taken out while it plays', () => {
    expect(ids(without(inOrder(tracks, 1), 'b'))).toBe('abcd');
  });

  test('goes on playing when others come after it', () => {
    const order = followedBy(inOrder(tracks, 2), ['x', 'c', 'y'].map(track));
    expect([ids(order), at(order)]).toEqual(['cxy', 'c']);
  });
});
