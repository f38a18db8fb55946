import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Heard, Occasion } from '../../feedback/feedback';
import { fakeTrack } from '../../playlist/fake-track';
import type { Track } from '../../playlist/track';
import { FakeAudio } from './fake-audio';
import { Player, PREPARED_AFTER_MS } from './player';
import { TrackAudio } from './track-audio';

const occasion: Occasion = { moodId: 'mood-1', emotion: 'sad', goal: 'lift' };

const track = (id: string): Track =>
  fakeTrack(id, {
    links: { audio: { url: `https://audio.example/${id}.mp3`, kind: 'direct' } },
  });

const queue = { tracks: [track('a'), track('b'), track('c')], occasion };

let audio: FakeAudio;
let player: Player;
let heard: [id: string, heard: Heard, occasion: Occasion][];

beforeEach(() => {
  audio = new FakeAudio();
  heard = [];
  const source = new TrackAudio(() => Promise.reject(new Error('there is no composer')));
  const record = ({ id }: Track, what: Heard, where: Occasion) => {
    heard.push([id, what, where]);
  };
  player = new Player(audio, source, record, (below) => below - 1);
});

const settled = () => new Promise((resume) => setTimeout(resume));
const shown = () => [player.state.status, player.state.track?.id];

/** The element begins anew with every address. */
async function go(act: Promise<void>): Promise<void> {
  await act;
  audio.currentTime = 0;
}

describe('the player', () => {
  test('shows what it would play before it is asked to', async () => {
    player.offer(queue);
    expect(shown()).toEqual(['idle', 'a']);
    await player.toggle();
    expect(shown()).toEqual(['playing', 'a']);
    expect(audio.src).toBe('https://audio.example/a.mp3');
  });

  test('makes the first track ready once it was looked at, unless it plays by then', async () => {
    vi.useFakeTimers();
    const prepared: string[] = [];
    const source = {
      addressOf: () => Promise.resolve('blob:a'),
      prepare: ({ id }: Track) => prepared.push(id),
    } as unknown as TrackAudio;
    player = new Player(audio, source, () => undefined);
    player.offer(queue);
    expect(prepared).toEqual([]);
    vi.advanceTimersByTime(PREPARED_AFTER_MS);
    expect(prepared).toEqual(['a']);
    player.offer({ tracks: [track('z')], occasion });
    await player.toggle();
    vi.advanceTimersByTime(PREPARED_AFTER_MS);
    expect(prepared).toEqual(['a']);
    vi.useRealTimers();
  });

  test('plays from any track, pauses and goes on', async () => {
    await player.play(queue, 1);
    expect(shown()).toEqual(['playing', 'b']);
    await player.toggle();
    expect([shown(), audio.paused]).toEqual([['paused', 'b'], true]);
    await player.toggle();
    expect([shown(), audio.paused]).toEqual([['playing', 'b'], false]);
  });

  test('that is paused before there is any sound waits for the person', async () => {
    const given: ((address: string) => void)[] = [];
    const slow = {
      addressOf: () => new Promise((resolve) => given.push(resolve)),
      prepare: () => undefined,
    } as unknown as TrackAudio;
    player = new Player(audio, slow, () => undefined);
    const started = player.play(queue);
    await player.toggle();
    expect(shown()).toEqual(['paused', 'a']);
    given[0]?.('blob:late');
    await started;
    expect([shown(), audio.paused]).toEqual([['paused', 'a'], true]);
    const again = player.toggle();
    given[1]?.('blob:a');
    await again;
    expect([shown(), audio.src]).toEqual([['playing', 'a'], 'blob:a']);
  });

  test.each(['loads', 'is looked for'])('can be paused while it %s', async (what) => {
    audio.isSilent = what === 'loads';
    void player.play(queue);
    if (audio.isSilent) {
      await settled();
    }
    expect(shown()).toEqual(['preparing', 'a']);
    await player.toggle();
    await settled();
    expect([shown(), audio.paused]).toEqual([['paused', 'a'], true]);
  });

  test('is not taken away by another playlist while it plays', async () => {
    await player.play(queue);
    player.offer({ tracks: [track('z')], occasion });
    expect(shown()).toEqual(['playing', 'a']);
  });

  test('goes on by itself, and stops after the last track', async () => {
    await player.play(queue, 1);
    audio.happen('ended');
    await settled();
    expect(shown()).toEqual(['playing', 'c']);
    audio.happen('ended');
    await settled();
    expect(shown()).toEqual(['idle', 'a']);
  });

  test('goes back, and to any place', async () => {
    await player.play(queue, 1);
    await player.previous();
    expect(shown()).toEqual(['playing', 'a']);
    player.seek(42);
    expect([audio.currentTime, player.state.position]).toEqual([42, 42]);
  });

  test('waits for another click where the browser asks for one', async () => {
    audio.refusal = 'NotAllowedError';
    await player.play(queue);
    expect(shown()).toEqual(['paused', 'a']);
    audio.refusal = undefined;
    await player.toggle();
    expect(shown()).toEqual(['playing', 'a']);
  });
});

describe('going back', () => {
  test('from the middle of a track means its start, and from there the track before', async () => {
    await player.play(queue, 1);
    audio.goOn(10);
    await player.previous();
    expect([shown(), player.state.position]).toEqual([['playing', 'b'], 0]);
    await player.previous();
    expect(shown()).toEqual(['playing', 'a']);
  });
});

describe('the queue', () => {
  const ids = () => player.state.queue.map(({ id }) => id).join('');

  test('is shown in the order of playing, and any of it can be played', async () => {
    await player.play(queue, 1);
    expect([ids(), player.state.index]).toEqual(['abc', 1]);
    await player.jump(2);
    expect(shown()).toEqual(['playing', 'c']);
    await player.jump(7);
    expect(shown()).toEqual(['playing', 'c']);
  });

  test('goes on without a track that was taken out', async () => {
    await player.play(queue);
    player.remove('b');
    await player.next();
    expect(shown()).toEqual(['playing', 'c']);
  });

  test('is shuffled around what plays, and put back', async () => {
    await player.play(queue, 1);
    player.setShuffle(true);
    expect([ids(), player.state.index, player.state.shuffle]).toEqual(['bca', 0, true]);
    player.setShuffle(false);
    expect([ids(), player.state.index]).toEqual(['abc', 1]);
    expect(shown()).toEqual(['playing', 'b']);
  });

  test('is shuffled too when it comes while that is switched on', async () => {
    player.setShuffle(true);
    await player.play(queue, 1);
    expect(ids()).toBe('bca');
  });

  test('begins anew after its end if all is repeated', async () => {
    player.setRepeat('all');
    await player.play(queue, 2);
    audio.happen('ended');
    await settled();
    expect(shown()).toEqual(['playing', 'a']);
  });

  test('stays at a track that is repeated, until the person goes on', async () => {
    player.setRepeat('one');
    await player.play(queue, 1);
    audio.happen('ended');
    await settled();
    expect(shown()).toEqual(['playing', 'b']);
    await player.next();
    expect(shown()).toEqual(['playing', 'c']);
  });

  test('takes other tracks for the same entry as what comes next, once', async () => {
    await player.play(queue, 1);
    const others = { tracks: [track('x'), track('b'), track('y')], occasion };
    player.offer(others);
    expect([shown(), ids()]).toEqual([['playing', 'b'], 'bxy']);
    player.remove('x');
    player.offer(others);
    expect(ids()).toBe('by');
  });
});

describe('what comes next', () => {
  const standing = async (): Promise<string | undefined> => {
    audio.standing = undefined;
    audio.happen('timeupdate');
    await settled();
    return audio.standing;
  };

  beforeEach(async () => {
    await player.play(queue);
    audio.currentTime = 95;
  });

  test('stands by before the end, and not long before', async () => {
    expect(await standing()).toBe('https://audio.example/b.mp3');
    await player.play(queue, 1);
    audio.currentTime = 50;
    expect(await standing()).toBeUndefined();
  });

  test('stands by once', async () => {
    await standing();
    expect(await standing()).toBeUndefined();
  });

  test('is another one once the queue has changed', async () => {
    await standing();
    player.remove('b');
    expect(await standing()).toBe('https://audio.example/c.mp3');
  });

  test('is the track itself while that is repeated', async () => {
    player.setRepeat('one');
    expect(await standing()).toBe('https://audio.example/a.mp3');
  });

  test('is what waits for a newer wish', async () => {
    player.newMusic = 'ask';
    player.offer({ tracks: [track('z')], occasion: { ...occasion, moodId: 'mood-2' } });
    expect(await standing()).toBe('https://audio.example/z.mp3');
  });

  test('is nothing after the last', async () => {
    await player.play(queue, 2);
    expect(await standing()).toBeUndefined();
  });
});

describe('how loud it is', () => {
  test('can be set, within limits, and unmutes', () => {
    player.setMuted(true);
    expect([audio.muted, player.state.muted]).toEqual([true, true]);
    player.setVolume(0.4);
    expect([audio.volume, audio.muted]).toEqual([0.4, false]);
    player.setVolume(7);
    expect(player.state.volume).toBe(1);
  });
});

describe('what the system does to the sound', () => {
  test('is shown: a pause by pulled out headphones, and a key that plays on', async () => {
    await player.play(queue);
    audio.pause();
    audio.happen('pause');
    expect(shown()).toEqual(['paused', 'a']);
    await audio.play();
    audio.happen('play');
    expect(shown()).toEqual(['playing', 'a']);
  });

  test('is no pause at the end of a track', async () => {
    await player.play(queue);
    audio.pause();
    audio.ended = true;
    audio.happen('pause');
    expect(shown()).toEqual(['playing', 'a']);
  });
});

describe('a track that makes no sound', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  test('is left out after a while', async () => {
    audio.isSilent = true;
    void player.play(queue);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(shown()).toEqual(['preparing', 'a']);
    audio.isSilent = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(shown()).toEqual(['playing', 'b']);
    expect(player.state.skipped?.id).toBe('a');
  });

  test('in its middle is waited for, which is shown', async () => {
    await player.play(queue);
    audio.happen('waiting');
    expect(player.state.stalled).toBe(true);
    audio.happen('playing');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([shown(), player.state.stalled]).toEqual([['playing', 'a'], undefined]);
  });

  test('in its middle is hurried where it is composed here, and never left out', async () => {
    const hurried: string[] = [];
    const source = {
      addressOf: () => Promise.resolve('blob:mine'),
      prepare: () => undefined,
      hurry: ({ id }: Track) => hurried.push(id),
    } as unknown as TrackAudio;
    player = new Player(audio, source, () => undefined);
    const mine = { ...fakeTrack('mine'), recipe: { seed: 1, valence: 0, arousal: 0 } };
    await player.play({ tracks: [mine, track('b')], occasion });
    expect(hurried).toEqual([]);
    audio.happen('waiting');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([hurried, shown()]).toEqual([['mine'], ['playing', 'mine']]);
  });

  test('in its middle for too long is left out', async () => {
    await player.play(queue);
    audio.happen('waiting');
    await vi.advanceTimersByTimeAsync(21_000);
    expect(shown()).toEqual(['playing', 'b']);
  });
});

describe('a track that cannot be played', () => {
  test('is left out, and the person sees that', async () => {
    await player.play(queue);
    audio.happen('error');
    await settled();
    expect(shown()).toEqual(['playing', 'b']);
    expect(player.state.skipped?.id).toBe('a');
    expect(heard).toEqual([]);
  });

  test('is left out also where it has no address at all', async () => {
    await player.play({ tracks: [fakeTrack('lost'), track('b')], occasion });
    expect(shown()).toEqual(['playing', 'b']);
    expect(player.state.skipped?.id).toBe('lost');
  });

  test('does not make the player go round for ever', async () => {
    await player.play({ tracks: [fakeTrack('lost'), fakeTrack('lost-2')], occasion });
    expect(shown()).toEqual(['idle', 'lost']);
    expect(player.state.skipped?.id).toBe('lost-2');
    expect(player.state.exhausted).toBe(true);
  });

  test('ends even a queue that is repeated, if there is nothing else in it', async () => {
    player.setRepeat('all');
    await player.play({ tracks: [fakeTrack('lost'), fakeTrack('lost-2')], occasion }, 1);
    expect([shown(), player.state.exhausted]).toEqual([['idle', 'lost'], true]);
  });

  test('is not blamed for what befalls the one before it while it is on its way', async () => {
    let give: (address: string) => void = () => undefined;
    const slow = {
      addressOf: ({ id }: Track) =>
        id === 'b' ? new Promise((resolve) => (give = resolve)) : Promise.resolve(`blob:${id}`),
      prepare: () => undefined,
    } as unknown as TrackAudio;
    player = new Player(audio, slow, () => undefined);
    await player.play(queue);
    const next = player.next();
    audio.happen('error');
    give('blob:b');
    await next;
    expect([shown(), player.state.skipped]).toEqual([['playing', 'b'], undefined]);
  });

  test('is no longer spoken of once the person goes on', async () => {
    await player.play({ tracks: [fakeTrack('lost'), track('b'), track('c')], occasion });
    await player.next();
    expect(player.state.skipped).toBeUndefined();
  });
});

describe('what is heard of a track', () => {
  test('is reported when it is left', async () => {
    await player.play(queue);
    audio.goOn(10);
    await player.next();
    expect(heard).toEqual([['a', { seconds: 10, share: 0.1 }, occasion]]);
  });

  test('is reported as soon as it counts, in case nobody comes back', async () => {
    await player.play(queue);
    audio.goOn(59);
    expect(heard).toEqual([]);
    audio.goOn(2);
    expect(heard.map(([id]) => id)).toEqual(['a']);
    expect(heard[0]?.[1].share).toBeCloseTo(0.6);
    audio.goOn(39);
    audio.happen('ended');
    await settled();
    expect(heard.map(([, { share }]) => share)).toEqual([0.6, 1]);
  });

  test('is not what was leapt over', async () => {
    await player.play(queue);
    audio.goOn(5);
    player.seek(90);
    audio.goOn(5);
    await player.next();
    expect(heard).toEqual([['a', { seconds: 10, share: 0.1 }, occasion]]);
  });

  test('is nothing where no sound was made, and does not spill over to the next track', async () => {
    await go(player.play(queue));
    await go(player.next());
    audio.goOn(4);
    await go(player.next());
    expect(heard).toEqual([['b', { seconds: 4, share: 0.04 }, occasion]]);
  });

  test('is not reported when the player is closed, which is no skipping', async () => {
    await player.play(queue);
    audio.goOn(10);
    player.close();
    expect(heard).toEqual([]);
    expect(audio.paused).toBe(true);
  });
});
