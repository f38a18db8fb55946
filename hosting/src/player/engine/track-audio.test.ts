import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeTrack } from '../../playlist/fake-track';
import { TrackAudio, UnplayableTrackError, type Composer } from './track-audio';

const original = (seed: number) =>
  fakeTrack(`moodify-${seed}`, { recipe: { seed, valence: 0, arousal: 0 } });

/** A piece whose progress the test decides. */
class FakePiece {
  isWanted = false;
  isHurried = false;
  isEnded = false;
  private opened = 0;

  constructor(
    readonly seed: number,
    readonly report: (share: number) => void,
  ) {}

  address(): Promise<string> {
    this.opened += 1;
    return failure ? Promise.reject(failure) : Promise.resolve(`blob:${this.seed}-${this.opened}`);
  }

  goOn(): void {
    this.isWanted = true;
  }

  hurry(): void {
    this.isHurried = true;
  }

  end(): void {
    this.isEnded = true;
  }
}

const progress = () => undefined;
const settled = () => new Promise((resume) => setTimeout(resume));
let pieces: FakePiece[];
let failure: Error | undefined;
let audio: TrackAudio;

const compose: Composer = ({ seed }, report) => {
  const piece = new FakePiece(seed, report);
  pieces.push(piece);
  return piece;
};

beforeEach(() => {
  pieces = [];
  failure = undefined;
  audio = new TrackAudio(() => Promise.resolve(compose));
});

describe('what is played', () => {
  test('of a catalogue is its address, as it stands', async () => {
    const links = { audio: { url: 'https://audius.example/stream', kind: 'resolve' as const } };
    expect(await audio.addressOf(fakeTrack('audius-1', { links }), progress)).toBe(
      'https://audius.example/stream',
    );
    expect(pieces).toEqual([]);
  });

  test('is nothing without a recipe and an address', async () => {
    await expect(audio.addressOf(fakeTrack('x'), progress)).rejects.toThrow(UnplayableTrackError);
  });

  test('of our own is composed once, and has an address for each time', async () => {
    expect(await audio.addressOf(original(1), progress)).toBe('blob:1-1');
    expect(await audio.addressOf(original(1), progress)).toBe('blob:1-2');
    expect(pieces).toHaveLength(1);
  });

  test('of our own is composed as far as it is heard first, and further once it is played', async () => {
    audio.prepare(original(1));
    await settled();
    expect(pieces[0]?.isWanted).toBe(false);
    await audio.addressOf(original(1), progress);
    expect(pieces[0]?.isWanted).toBe(true);
  });

  test('of our own is hurried when somebody waits for what is not made yet', async () => {
    await audio.addressOf(original(1), progress);
    expect(pieces[0]?.isHurried).toBe(false);
    audio.hurry(original(1));
    await settled();
    expect(pieces[0]?.isHurried).toBe(true);
  });

  test('of our own reports how far it is, also whoever comes later', async () => {
    audio.prepare(original(1));
    const reported: number[] = [];
    await audio.addressOf(original(1), (share) => reported.push(share));
    pieces[0]?.report(0.5);
    expect(reported).toEqual([0.5]);
  });

  test('of our own does not wait for a piece that nobody waits for any more', async () => {
    await audio.addressOf(original(1), progress);
    pieces[0]?.report(0.4);
    await audio.addressOf(original(2), progress);
    await settled();
    expect(pieces.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  test('of our own is kept once it is whole', async () => {
    await audio.addressOf(original(1), progress);
    pieces[0]?.report(1);
    await audio.addressOf(original(2), progress);
    await settled();
    expect(await audio.addressOf(original(1), progress)).toBe('blob:1-2');
    expect(pieces).toHaveLength(2);
  });

  test('is tried again after a failure', async () => {
    failure = new Error('out of memory');
    await expect(audio.addressOf(original(1), progress)).rejects.toThrow('out of memory');
    failure = undefined;
    expect(await audio.addressOf(original(1), progress)).toBe('blob:1-1');
    expect(pieces).toHaveLength(2);
  });

  test('is let go of when four other pieces have come', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      audio.prepare(original(seed));
    }
    await settled();
    expect(pieces.map(({ isEnded }) => isEnded)).toEqual([true, false, false, false, false]);
    audio.close();
    await settled();
    expect(pieces.every(({ isEnded }) => isEnded)).toBe(true);
  });

  test('stands by under the address that it is played at later', async () => {
    await audio.addressOf(original(1), progress);
    pieces[0]?.report(1);
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    revoke.mockClear();
    const address = await audio.standBy(original(2));
    expect([address, pieces[1]?.isWanted]).toEqual(['blob:2-1', true]);
    expect(revoke).not.toHaveBeenCalled();
    pieces[1]?.report(0.5);
    const reported: number[] = [];
    expect(await audio.addressOf(original(2), (share) => reported.push(share))).toBe(address);
    expect(reported).toEqual([0.5]);
    expect(revoke.mock.calls).toEqual([['blob:1-1']]);
  });

  test('does not stand by while what plays is not whole', async () => {
    await audio.addressOf(original(1), progress);
    pieces[0]?.report(0.9);
    expect(await audio.standBy(original(2))).toBeUndefined();
    expect(pieces).toHaveLength(1);
  });

  test('of a catalogue stands by at its address', async () => {
    const links = { audio: { url: 'https://audius.example/stream', kind: 'resolve' as const } };
    expect(await audio.standBy(fakeTrack('audius-1', { links }))).toBe(
      'https://audius.example/stream',
    );
  });

  test('that stood by is let go of when another one is played', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    await audio.standBy(original(2));
    pieces[0]?.report(1);
    await audio.addressOf(original(3), progress);
    expect(revoke).toHaveBeenCalledWith('blob:2-1');
  });

  test('has an address that is let go of when the next one is played', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    revoke.mockClear();
    await audio.addressOf(original(1), progress);
    expect(revoke).not.toHaveBeenCalled();
    await audio.addressOf(original(1), progress);
    expect(revoke).toHaveBeenCalledWith('blob:1-1');
  });
});
