import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeAudio } from './fake-audio';
import { GaplessAudio, type Deck } from './gapless-audio';

/** An element of the browser's, as far as two of them are used as one. */
class FakeDeck extends FakeAudio implements Deck {
  preload: HTMLAudioElement['preload'] = '';
  readyState = 4;
  load = vi.fn();
}

let decks: FakeDeck[];
let audio: GaplessAudio;
let reported: string[];

const deck = (index: number): FakeDeck => {
  const found = decks[index];
  if (!found) {
    throw new Error(`There is no deck ${index}`);
  }
  return found;
};

/** The first deck plays, and has come to a place. */
const playTo = async (position: number) => {
  audio.src = 'blob:a';
  await audio.play();
  deck(0).currentTime = position;
  deck(0).happen('timeupdate');
};

beforeEach(() => {
  vi.useFakeTimers();
  decks = [];
  reported = [];
  audio = new GaplessAudio(() => {
    const made = new FakeDeck();
    decks.push(made);
    return made;
  });
  for (const type of ['timeupdate', 'ended', 'pause', 'playing', 'error'] as const) {
    audio.addEventListener(type, () => reported.push(type));
  }
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a track that stands by', () => {
  test('is loaded by the element that does not play', async () => {
    await playTo(50);
    audio.standBy('blob:b');
    expect([deck(0).src, deck(1).src]).toEqual(['blob:a', 'blob:b']);
    expect(deck(1).paused).toBe(true);
    expect(deck(0).paused).toBe(false);
  });

  test('begins just before the one that plays ends, which plays out', async () => {
    await playTo(99.5);
    audio.standBy('blob:b');
    vi.advanceTimersByTime(459);
    expect(reported).not.toContain('ended');
    vi.advanceTimersByTime(1);
    expect(reported).toContain('ended');
    expect(audio.ended).toBe(true);
    audio.pause();
    audio.src = 'blob:b';
    await audio.play();
    expect(decks.map(({ paused }) => paused)).toEqual([false, false]);
    deck(0).happen('ended');
    expect(reported.filter((type) => type === 'ended')).toHaveLength(1);
    expect(audio.ended).toBe(false);
  });

  test('is not waited for where it has not loaded in time', async () => {
    await playTo(99.5);
    audio.standBy('blob:b');
    deck(1).readyState = 1;
    vi.advanceTimersByTime(1000);
    expect(reported).not.toContain('ended');
    deck(0).happen('ended');
    expect(reported).toContain('ended');
  });

  test.each([
    [
      'paused',
      () => {
        audio.pause();
      },
    ],
    [
      'taken to another place',
      () => {
        audio.currentTime = 10;
      },
    ],
    [
      'given something else',
      () => {
        audio.src = 'blob:c';
      },
    ],
  ])('does not begin when what plays is %s meanwhile', async (_, act) => {
    await playTo(99.5);
    audio.standBy('blob:b');
    act();
    vi.advanceTimersByTime(1000);
    expect(reported).not.toContain('ended');
  });

  test('can be left for another one', async () => {
    await playTo(99.5);
    audio.standBy('blob:b');
    audio.src = 'blob:c';
    await audio.play();
    expect(deck(0).src).toBe('blob:c');
    audio.standBy('blob:d');
    expect(deck(1).src).toBe('blob:d');
  });

  test('is as loud as the one before', () => {
    audio.volume = 0.4;
    audio.muted = true;
    expect(decks.map(({ volume, muted }) => [volume, muted])).toEqual([
      [0.4, true],
      [0.4, true],
    ]);
  });

  test('is not reported on until it plays', async () => {
    await playTo(50);
    audio.standBy('blob:b');
    reported = [];
    deck(1).happen('error');
    deck(1).happen('pause');
    expect(reported).toEqual([]);
  });

  test('is played by the other element where the browser refuses to let this one be heard', async () => {
    await playTo(50);
    audio.standBy('blob:b');
    deck(1).refusal = 'NotAllowedError';
    audio.src = 'blob:b';
    await audio.play();
    expect([audio.src, deck(0).src, deck(0).paused]).toEqual(['blob:b', 'blob:b', false]);
  });
});

test('nothing is loaded any more once it has stopped', async () => {
  await playTo(50);
  audio.standBy('blob:b');
  audio.pause();
  audio.removeAttribute('src');
  expect(decks.map(({ src, paused }) => [src, paused])).toEqual([
    ['', true],
    ['', true],
  ]);
});

test('a first play that the browser refuses is refused', async () => {
  audio.src = 'blob:a';
  deck(0).refusal = 'NotAllowedError';
  await expect(audio.play()).rejects.toThrow('refused');
});
