import type { Heard, Occasion } from '../feedback/feedback';
import type { Track } from '../playlist/track';
import { Listening } from './listening';
import type { TrackAudio } from './track-audio';

/** Tracks in the order of playing, and what they were chosen for. */
export interface Queue {
  readonly tracks: readonly Track[];
  readonly occasion: Occasion;
}

/** What the player does: `preparing` is on the way to sound, `idle` before the first track. */
export type PlayerStatus = 'idle' | 'preparing' | 'playing' | 'paused';

/** The player as it is shown. */
export interface PlayerState {
  readonly status: PlayerStatus;
  /** The track that plays, or would. */
  readonly track?: Track;
  readonly occasion?: Occasion;
  /** The share of the track that is composed, in [0, 1], while that goes on. */
  readonly composed?: number;
  /** In seconds. */
  readonly position: number;
  /** In seconds; 0 if it is not known. */
  readonly duration: number;
  /** The track that was left out last, because it could not be played. */
  readonly skipped?: Track;
}

/** What the player plays with; an `Audio` of the browser fits. */
export type AudioElement = Pick<
  HTMLAudioElement,
  'src' | 'currentTime' | 'duration' | 'play' | 'pause' | 'addEventListener' | 'removeAttribute'
>;

/** Of a track so far into it, it counts as heard even if nobody comes back to say so. */
const HEARD_FROM = 0.6;

/** Less than this was not heard at all, in seconds. */
const LEAST_HEARD = 1;

/**
 * Plays a queue, whatever its tracks come from. A track that cannot be played is left out with a note.
 * Tells of every track how much of it was heard: when it is left, and once before that when it has
 * come so far that it counts.
 */
export class Player {
  private queue: Queue | undefined;
  private index = 0;
  private current: PlayerState = { status: 'idle', position: 0, duration: 0 };
  private listening = new Listening();
  private hasCounted = false;
  private failures = 0;
  /** Counts the tracks that were begun, so that what comes late from one that was left is not heard. */
  private generation = 0;
  private readonly watchers = new Set<(state: PlayerState) => void>();

  constructor(
    private readonly audio: AudioElement,
    private readonly source: TrackAudio,
    private readonly onHeard: (track: Track, heard: Heard, occasion: Occasion) => void,
  ) {
    audio.addEventListener('timeupdate', () => {
      this.follow();
    });
    audio.addEventListener('ended', () => {
      void this.next();
    });
    audio.addEventListener('error', () => {
      if (this.current.status !== 'idle') {
        void this.leaveOut();
      }
    });
  }

  /** The player as it is now. */
  get state(): PlayerState {
    return this.current;
  }

  /** Tells of every change from now on. */
  watch(watcher: (state: PlayerState) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Puts up what would be played; leaves what plays or waits in the middle of a track alone. */
  offer(queue: Queue): void {
    const [track] = queue.tracks;
    if (this.current.status === 'idle' && track) {
      this.queue = queue;
      this.index = 0;
      this.show(track);
    }
  }

  /** Plays a queue from one of its tracks on. */
  async play(queue: Queue, index = 0): Promise<void> {
    this.queue = queue;
    this.failures = 0;
    await this.begin(index);
  }

  /** Plays or pauses. */
  async toggle(): Promise<void> {
    switch (this.current.status) {
      case 'idle':
        await this.begin(this.index);
        break;
      case 'playing':
        this.audio.pause();
        this.set({ status: 'paused' });
        break;
      case 'paused':
        await this.sound(this.generation);
        break;
      case 'preparing':
        break;
    }
  }

  /** Goes to the next track; after the last, stops at the first. */
  async next(): Promise<void> {
    const next = this.index + 1;
    await (next < this.length ? this.begin(next) : this.stop());
  }

  /** Goes to the track before, or to the start of the first. */
  async previous(): Promise<void> {
    await this.begin(Math.max(0, this.index - 1));
  }

  /** Goes to a place of the track, in seconds. */
  seek(position: number): void {
    if (this.current.status === 'playing' || this.current.status === 'paused') {
      this.audio.currentTime = position;
      this.follow();
    }
  }

  /** Ends it all, as when a person signs out. */
  close(): void {
    this.generation += 1;
    this.audio.pause();
    this.audio.removeAttribute('src');
    this.watchers.clear();
    this.source.close();
  }

  private get length(): number {
    return this.queue?.tracks.length ?? 0;
  }

  private async begin(index: number): Promise<void> {
    const track = this.queue?.tracks[index];
    if (!track) {
      return;
    }
    this.leave();
    const { generation } = this;
    this.index = index;
    this.show(track, { status: 'preparing' });
    try {
      const address = await this.source.addressOf(track, (composed) => {
        if (generation === this.generation) {
          this.set({ composed });
        }
      });
      if (generation === this.generation) {
        this.audio.src = address;
        await this.sound(generation);
      }
    } catch (error) {
      if (generation === this.generation) {
        console.warn(`Track ${track.id} cannot be played`, error);
        await this.leaveOut();
      }
    }
  }

  private async sound(generation: number): Promise<void> {
    try {
      await this.audio.play();
    } catch (error) {
      // The browser wants another click first, or a track was begun meanwhile.
      const name = (error as DOMException | undefined)?.name;
      if (generation === this.generation && name === 'NotAllowedError') {
        this.set({ status: 'paused' }, 'composed');
      }
      // Any other failure is told by the element's error event.
      return;
    }
    if (generation === this.generation) {
      this.failures = 0;
      this.set({ status: 'playing' }, 'composed');
      const next = this.queue?.tracks[this.index + 1];
      if (next) {
        this.source.prepare(next);
      }
    }
  }

  /** Goes on to the next track, unless none of the queue can be played. */
  private async leaveOut(): Promise<void> {
    const skipped = this.current.track;
    this.failures += 1;
    const wentRound = this.failures >= this.length || this.index + 1 >= this.length;
    if (skipped) {
      this.set({ skipped });
    }
    await (wentRound ? this.stop() : this.next());
  }

  private stop(): Promise<void> {
    this.leave();
    this.audio.removeAttribute('src');
    this.index = 0;
    this.show(this.queue?.tracks[0]);
    return Promise.resolve();
  }

  private leave(): void {
    this.tellHeard();
    this.generation += 1;
    this.audio.pause();
    this.listening = new Listening();
    this.hasCounted = false;
  }

  private follow(): void {
    const { currentTime, duration } = this.audio;
    this.listening.at(currentTime);
    this.set({
      position: currentTime,
      ...(Number.isFinite(duration) && { duration }),
    });
    if (!this.hasCounted && this.listening.heard(this.current.duration).share >= HEARD_FROM) {
      this.hasCounted = true;
      this.tellHeard();
    }
  }

  private tellHeard(): void {
    const { track, occasion, duration } = this.current;
    const heard = this.listening.heard(duration);
    if (track && occasion && heard.seconds >= LEAST_HEARD) {
      this.onHeard(track, heard, occasion);
    }
  }

  private show(
    track: Track | undefined,
    { status }: { status: PlayerStatus } = { status: 'idle' },
  ) {
    const { skipped } = this.current;
    const occasion = this.queue?.occasion;
    this.current = { status, position: 0, duration: track?.durationSeconds ?? 0 };
    this.set({
      ...(track && { track }),
      ...(occasion && { occasion }),
      ...(skipped && this.failures > 0 && { skipped }),
    });
  }

  private set(news: Partial<PlayerState>, ...gone: (keyof PlayerState)[]): void {
    const kept = Object.entries(this.current).filter(
      ([name]) => !gone.includes(name as keyof PlayerState),
    );
    this.current = { ...(Object.fromEntries(kept) as unknown as PlayerState), ...news };
    this.watchers.forEach((watcher) => {
      watcher(this.current);
    });
  }
}
