import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Track } from '../playlist/track';
import { TrackAudio, UnplayableTrackError, type Composer } from './track-audio';

/** A track that there is no way to hear. */
const lost = (id: string): Track => ({
  id,
  source: 'Moodify originals',
  title: 'Golden Parade',
  artist: 'Moodify',
  durationSeconds: 150,
  affect: { valence: 0, arousal: 0 },
  reasons: [],
});

const original = (seed: number): Track => ({
  ...lost(`moodify-${seed}`),
  recipe: { seed, valence: 0, arousal: 0 },
});

const compose = vi.fn<Composer>();
const progress = () => undefined;
let audio: TrackAudio;

beforeEach(() => {
  compose.mockReset();
  compose.mockImplementation(() => Promise.resolve(new Blob(['music'], { type: 'audio/wav' })));
  audio = new TrackAudio(() => Promise.resolve(compose));
});

describe('what is played', () => {
  test('of a catalogue is its address, as it stands', async () => {
    const links = { audio: { url: 'https://audius.example/stream', kind: 'resolve' as const } };
    expect(await audio.addressOf({ ...lost('audius-1'), links }, progress)).toBe(
      'https://audius.example/stream',
    );
    expect(compose).not.toHaveBeenCalled();
  });

  test('is nothing without a recipe and an address', async () => {
    await expect(audio.addressOf(lost('x'), progress)).rejects.toThrow(UnplayableTrackError);
  });

  test('of our own is composed once, however often it is asked for', async () => {
    const first = await audio.addressOf(original(1), progress);
    expect(await audio.addressOf(original(1), progress)).toBe(first);
    expect(first).toMatch(/^blob:/);
    expect(compose).toHaveBeenCalledTimes(1);
  });

  test('of our own tells how far it is, also whoever comes later', async () => {
    let go: (share: number) => void = progress;
    let end: (piece: Blob) => void = progress;
    compose.mockImplementation((_, options) => {
      go = options?.onProgress ?? go;
      return new Promise((resolve) => (end = resolve));
    });
    audio.prepare(original(1));
    const told: number[] = [];
    const address = audio.addressOf(original(1), (share) => told.push(share));
    await vi.waitFor(() => {
      expect(compose).toHaveBeenCalled();
    });
    go(0.5);
    end(new Blob());
    await address;
    expect(told).toEqual([0.5]);
  });

  test('of our own does not wait for a piece that nobody waits for any more', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    compose.mockImplementationOnce((_, options) => {
      signals.push(options?.signal);
      return new Promise(progress);
    });
    void audio.addressOf(original(1), progress);
    await vi.waitFor(() => {
      expect(signals).toHaveLength(1);
    });
    expect(await audio.addressOf(original(2), progress)).toMatch(/^blob:/);
    expect(signals[0]?.aborted).toBe(true);
  });

  test('is tried again after a failure', async () => {
    compose.mockRejectedValueOnce(new Error('out of memory'));
    await expect(audio.addressOf(original(1), progress)).rejects.toThrow('out of memory');
    expect(await audio.addressOf(original(1), progress)).toMatch(/^blob:/);
  });

  test('is let go of when two other pieces have come, and its composing is ended', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const first = await audio.addressOf(original(1), progress);
    await audio.addressOf(original(2), progress);
    expect(revoke).not.toHaveBeenCalled();
    let signal: AbortSignal | undefined;
    compose.mockImplementation((_, options) => {
      signal = options?.signal;
      return new Promise(progress);
    });
    audio.prepare(original(3));
    await vi.waitFor(() => {
      expect(revoke).toHaveBeenCalledWith(first);
      expect(signal?.aborted).toBe(false);
    });
    audio.close();
    expect(signal?.aborted).toBe(true);
  });
});
