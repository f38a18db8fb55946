import { beforeEach, describe, expect, test } from 'vitest';
import type { Heard, Occasion } from '../feedback/feedback';
import type { Track } from '../playlist/track';
import { Player, type AudioElement } from './player';
import { TrackAudio } from './track-audio';

const occasion: Occasion = { moodId: 'mood-1', emotion: 'sad', goal: 'lift' };

/** A track that there is no way to hear. */
const lost = (id: string): Track => ({
  id,
  source: 'Jamendo',
  title: `Title of ${id}`,
  artist: 'Someone',
  durationSeconds: 100,
  affect: { valence: 0, arousal: 0 },
  reasons: [],
});

const track = (id: string): Track => ({
  ...lost(id),
  links: { audio: { url: `https://audio.example/${id}.mp3`, kind: 'direct' } },
});

const queue = { tracks: [track('a'), track('b'), track('c')], occasion };

/** An audio element whose time goes on when the test says so. */
class ScriptedAudio implements AudioElement {
  src = '';
  currentTime = 0;
  duration = 100;
  isPlaying = false;
  refusal: string | undefined;
  private readonly listeners = new Map<string, () => void>();

  play(): Promise<void> {
    if (this.refusal) {
      return Promise.reject(new DOMException('refused', this.refusal));
    }
    this.isPlaying = true;
    return Promise.resolve();
  }

  pause(): void {
    this.isPlaying = false;
  }

  removeAttribute(): void {
    this.src = '';
  }

  addEventListener(type: string, listener: unknown): void {
    this.listeners.set(type, listener as () => void);
  }

  happen(type: 'timeupdate' | 'ended' | 'error'): void {
    this.listeners.get(type)?.();
  }

  /** Plays on for some seconds, a quarter of a second at a time as browsers tell it. */
  goOn(seconds: number): void {
    for (let step = 0; step < seconds * 4; step += 1) {
      this.currentTime += 0.25;
      this.happen('timeupdate');
    }
  }
}

let audio: ScriptedAudio;
let player: Player;
let heard: [id: string, heard: Heard, occasion: Occasion][];

beforeEach(() => {
  audio = new ScriptedAudio();
  heard = [];
  const source = new TrackAudio(() => Promise.reject(new Error('there is no composer')));
  player = new Player(audio, source, ({ id }, what, where) => {
    heard.push([id, what, where]);
  });
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

  test('plays from any track, pauses and goes on', async () => {
    await player.play(queue, 1);
    expect(shown()).toEqual(['playing', 'b']);
    await player.toggle();
    expect([shown(), audio.isPlaying]).toEqual([['paused', 'b'], false]);
    await player.toggle();
    expect([shown(), audio.isPlaying]).toEqual([['playing', 'b'], true]);
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

describe('a track that cannot be played', () => {
  test('is left out, and the person is told', async () => {
    await player.play(queue);
    audio.happen('error');
    await settled();
    expect(shown()).toEqual(['playing', 'b']);
    expect(player.state.skipped?.id).toBe('a');
    expect(heard).toEqual([]);
  });

  test('is left out also where it has no address at all', async () => {
    await player.play({ tracks: [lost('lost'), track('b')], occasion });
    expect(shown()).toEqual(['playing', 'b']);
    expect(player.state.skipped?.id).toBe('lost');
  });

  test('does not make the player go round for ever', async () => {
    await player.play({ tracks: [lost('lost'), lost('lost-2')], occasion });
    expect(shown()).toEqual(['idle', 'lost']);
    expect(player.state.skipped?.id).toBe('lost-2');
  });
});

describe('what is heard of a track', () => {
  test('is told when it is left', async () => {
    await player.play(queue);
    audio.goOn(10);
    await player.next();
    expect(heard).toEqual([['a', { seconds: 10, share: 0.1 }, occasion]]);
  });

  test('is told as soon as it counts, in case nobody comes back', async () => {
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

  test('is not told when the player is closed, which is no skipping', async () => {
    await player.play(queue);
    audio.goOn(10);
    player.close();
    expect(heard).toEqual([]);
    expect(audio.isPlaying).toBe(false);
  });
});
