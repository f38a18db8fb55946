import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Occasion } from '../../feedback/feedback';
import { fakeTrack } from '../../playlist/fake-track';
import { FakeAudio } from './fake-audio';
import { UNDO_MS } from './last-action';
import type { Queue } from './play-queue';
import { Player } from './player';
import { QueueMemory } from './queue-memory';
import { TrackAudio } from './track-audio';

const FADED_MS = 2_000;

const happy: Occasion = { moodId: 'mood-1', emotion: 'happy', goal: 'match' };
const angry: Occasion = { moodId: 'mood-2', emotion: 'angry', goal: 'match' };

const track = (id: string) =>
  fakeTrack(id, {
    links: { audio: { url: `https://audio.example/${id}.mp3`, kind: 'direct' } },
  });
const queueOf = (ids: string, occasion: Occasion): Queue => ({
  tracks: Array.from(ids, track),
  occasion,
});

const happyList = queueOf('abc', happy);
const angryList = queueOf('xyz', angry);

let audio: FakeAudio;
let player: Player;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  });
  audio = new FakeAudio();
  player = open();
});

afterEach(() => {
  player.close();
  sessionStorage.clear();
  vi.useRealTimers();
});

function open(): Player {
  const source = new TrackAudio(() => Promise.reject(new Error('there is no composer')));
  return new Player(
    audio,
    source,
    () => undefined,
    (below) => below - 1,
  );
}

const shown = () => [player.state.status, player.state.track?.id];
const ids = () => player.state.queue.map(({ id }) => id).join('');
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('music for a newer wish', () => {
  test('is ready where nothing plays', () => {
    player.offer(happyList);
    player.offer(angryList);
    expect(shown()).toEqual(['idle', 'x']);
  });

  test('takes over softly from what plays', async () => {
    await player.play(happyList);
    player.offer(angryList);
    await wait(600);
    expect([audio.src, audio.volume < 1]).toEqual(['https://audio.example/a.mp3', true]);
    await wait(FADED_MS);
    expect([shown(), audio.volume]).toEqual([['playing', 'x'], 1]);
    expect(player.state.undoable).toEqual({
      action: 'switched',
      track: track('a'),
      occasion: happy,
    });
  });

  test('takes the place of what is paused, and is ready', async () => {
    await player.play(happyList);
    player.pause();
    player.offer(angryList);
    expect(shown()).toEqual(['idle', 'x']);
  });

  test.each([
    ['another goal', queueOf('xyz', { ...happy, goal: 'lift' })],
    ['a correction', queueOf('xyz', { ...happy, emotion: 'sad' })],
  ])('is also what %s of the same entry brings', async (_, list) => {
    await player.play(happyList);
    player.offer(list);
    await wait(FADED_MS);
    expect(shown()).toEqual(['playing', 'x']);
  });

  test('is gone to by whoever goes on while it takes over', async () => {
    await player.play(happyList);
    player.offer(angryList);
    await player.next();
    expect(shown()).toEqual(['playing', 'x']);
    await wait(FADED_MS);
    expect([shown(), audio.volume]).toEqual([['playing', 'x'], 1]);
  });

  test('is ready for whoever pauses while it takes over', async () => {
    await player.play(happyList);
    player.offer(angryList);
    player.pause();
    await wait(FADED_MS);
    expect([shown(), audio.paused]).toEqual([['idle', 'x'], true]);
  });

  test('is not what an entry of the past brings, while something plays', async () => {
    await player.play(happyList);
    player.offer(angryList, false);
    await wait(FADED_MS);
    expect(shown()).toEqual(['playing', 'a']);
  });
});

describe('an undo', () => {
  test('goes back to the place in the track, once', async () => {
    await player.play(happyList, 1);
    audio.goOn(30);
    player.offer(angryList);
    await wait(FADED_MS);
    await player.undo();
    expect([shown(), audio.currentTime, ids()]).toEqual([['playing', 'b'], 30, 'abc']);
    expect(player.state.undoable).toBeUndefined();
  });

  test('is not undone by the same list when it is offered again', async () => {
    await player.play(happyList);
    player.offer(angryList);
    await wait(FADED_MS);
    await player.undo();
    player.offer(angryList);
    await wait(FADED_MS);
    expect(shown()).toEqual(['playing', 'a']);
  });

  test('is offered for a while', async () => {
    await player.play(happyList);
    player.offer(angryList);
    await wait(UNDO_MS + FADED_MS);
    expect(player.state.undoable).toBeUndefined();
    await player.undo();
    expect(shown()).toEqual(['playing', 'x']);
  });

  test('brings a track back that was taken off', async () => {
    await player.play(happyList, 1);
    audio.goOn(12);
    await player.takeOff();
    expect([shown(), ids()]).toEqual([['playing', 'c'], 'ac']);
    await player.undo();
    expect([shown(), audio.currentTime, ids()]).toEqual([['playing', 'b'], 12, 'abc']);
  });
});

describe('a person who wants to be asked', () => {
  beforeEach(async () => {
    player.newMusic = 'ask';
    await player.play(happyList);
    player.offer(angryList);
    await wait(FADED_MS);
  });

  test('hears on what plays, and sees what waits', () => {
    expect([shown(), player.state.waiting?.id]).toEqual([['playing', 'a'], 'x']);
  });

  test('has the new music play at a word', async () => {
    await player.playWaiting();
    expect([shown(), player.state.waiting]).toEqual([['playing', 'x'], undefined]);
  });

  test.each([
    ['goes on', () => player.next()],
    [
      'hears the track to its end',
      () => {
        audio.happen('ended');
        return Promise.resolve();
      },
    ],
  ])('never comes back to the older list when they %s', async (_, act) => {
    await act();
    await wait(0);
    expect(shown()).toEqual(['playing', 'x']);
  });

  test('comes to it also from another track of the older list', async () => {
    await player.jump(2);
    await player.next();
    expect(shown()).toEqual(['playing', 'x']);
  });
});

describe('a track that is taken off', () => {
  test('was the last: the first is ready', async () => {
    await player.play(happyList, 2);
    await player.takeOff();
    expect([player.state.track?.id, ids()]).toEqual(['a', 'ab']);
  });

  test('was the only one: it stays, and stops', async () => {
    await player.play(queueOf('a', happy));
    await player.takeOff();
    expect([shown(), audio.paused]).toEqual([['idle', 'a'], true]);
  });
});

describe('the queue', () => {
  test('takes a track next or last, and knows what it was chosen for', async () => {
    await player.play(happyList);
    player.add(track('n'), angry, 'next');
    player.add(track('l'), angry, 'last');
    expect(ids()).toBe('anbcl');
    await player.next();
    expect(player.state.occasion).toEqual(angry);
    await player.next();
    expect(player.state.occasion).toEqual(happy);
  });

  test('has a track once: one that is there already moves', async () => {
    await player.play(happyList);
    player.add(track('c'), happy, 'next');
    expect(ids()).toBe('acb');
  });

  test('is begun by the first track that is added', () => {
    player.add(track('n'), angry, 'last');
    expect([shown(), ids()]).toEqual([['idle', 'n'], 'n']);
  });

  test.each([
    [1, 2, 'acb'],
    [2, 0, 'cab'],
    [1, 3, 'abc'],
    [1, -1, 'abc'],
  ])('has its track %i moved to %i', async (from, to, order) => {
    await player.play(happyList);
    player.move(from, to);
    expect([ids(), player.state.track?.id]).toEqual([order, 'a']);
  });
});

describe('a reload', () => {
  test('keeps the queue and the place, paused', async () => {
    const memory = new QueueMemory(player, 'ada');
    await player.play(happyList, 1);
    audio.goOn(42);
    window.dispatchEvent(new Event('pagehide'));

    audio = new FakeAudio();
    player = open();
    new QueueMemory(player, 'ada');
    expect([shown(), player.state.position, ids()]).toEqual([['paused', 'b'], 42, 'abc']);
    await player.toggle();
    expect([shown(), audio.currentTime]).toEqual([['playing', 'b'], 42]);
    memory.close();
  });

  test('makes the list that is shown no news', async () => {
    new QueueMemory(player, 'ada');
    await player.play(happyList);
    await player.play(angryList);
    window.dispatchEvent(new Event('pagehide'));

    player = open();
    new QueueMemory(player, 'ada');
    player.offer(happyList);
    expect(shown()).toEqual(['paused', 'x']);
  });

  test('keeps nothing for another person, nor once the person has left', async () => {
    const memory = new QueueMemory(player, 'ada');
    await player.play(happyList);
    window.dispatchEvent(new Event('pagehide'));
    const other = open();
    new QueueMemory(other, 'grace');
    expect(other.state.track).toBeUndefined();
    memory.close();
    const later = open();
    new QueueMemory(later, 'ada');
    expect(later.state.track).toBeUndefined();
  });

  test.each(['{', '7', '{"queue":{"name":"n","order":{"tracks":[7],"index":0}}}'])(
    'does without what makes no sense: %s',
    (kept) => {
      sessionStorage.setItem('moodify.queue.ada', kept);
      new QueueMemory(player, 'ada');
      expect(player.state.track).toBeUndefined();
    },
  );
});
