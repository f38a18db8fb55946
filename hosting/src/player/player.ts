import type { Heard, Occasion } from '../feedback/feedback';
import type { Track } from '../playlist/track';
import { Listening } from './listening';
import {
  followedBy,
  following,
  inOrder,
  preceding,
  restored,
  shuffled,
  trackAt,
  without,
  type Chance,
  type PlayOrder,
  type Repeat,
} from './play-order';
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
  /** All tracks in the order of playing. */
  readonly queue: readonly Track[];
  /** Which of the queue it is at. */
  readonly index: number;
  readonly shuffle: boolean;
  readonly repeat: Repeat;
  /** In [0, 1]. */
  readonly volume: number;
  readonly muted: boolean;
  /** The share of the track that is composed, in [0, 1]; absent for what need not be. */
  readonly composed?: number;
  /** Whether it has begun to play, and waits for more to come or to be composed. */
  readonly stalled?: boolean;
  /** In seconds. */
  readonly position: number;
  /** In seconds; 0 if it is not known. */
  readonly duration: number;
  /** The track that was left out last, because it could not be played. */
  readonly skipped?: Track;
  /** Whether there was nothing in the whole queue that could be played. */
  readonly exhausted?: boolean;
}

/** What the player plays with; an `Audio` of the browser fits. */
export type AudioElement = Pick<
  HTMLAudioElement,
  | 'src'
  | 'currentTime'
  | 'duration'
  | 'volume'
  | 'muted'
  | 'paused'
  | 'ended'
  | 'play'
  | 'pause'
  | 'addEventListener'
  | 'removeAttribute'
>;

/** Of a track so far into it, it counts as heard even if nobody comes back to say so. */
const HEARD_FROM = 0.6;

/** Less than this was not heard at all, in seconds. */
const LEAST_HEARD = 1;

/** Going back from further into a track than this means its start, in seconds. */
const BACK_TO_START_FROM = 3;

/** A catalogue's track that makes no sound for so long counts as dead. */
const LONGEST_SILENCE_MS = 20_000;

/**
 * Plays a queue, whatever its tracks come from. A track that cannot be played is left out with a note.
 * Tells of every track how much of it was heard: when it is left, and once before that when it has
 * come so far that it counts.
 */
export class Player {
  private order: PlayOrder = inOrder([]);
  private occasion: Occasion | undefined;
  /** What was put up or played last, so that the same again changes nothing. */
  private offered = '';
  private current: PlayerState = {
    status: 'idle',
    queue: [],
    index: 0,
    shuffle: false,
    repeat: 'off',
    volume: 1,
    muted: false,
    position: 0,
    duration: 0,
  };
  private listening = new Listening();
  private hasCounted = false;
  private failures = 0;
  /** Counts the tracks that were begun, so that what comes late from one that was left is not heard. */
  private generation = 0;
  /** Whether the audio element has the track that is shown, and not the one before it. */
  private isLoaded = false;
  /** Whether it was paused before there was any sound. */
  private isHeld = false;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private readonly watchers = new Set<(state: PlayerState) => void>();

  /** @param chance decides when tracks are shuffled */
  constructor(
    private readonly audio: AudioElement,
    private readonly source: TrackAudio,
    private readonly onHeard: (track: Track, heard: Heard, occasion: Occasion) => void,
    private readonly chance: Chance = (below) => Math.floor(Math.random() * below),
  ) {
    this.listenTo(audio);
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

  /**
   * Puts up what would be played. Leaves what plays alone, but other tracks for the same entry come
   * next.
   */
  offer(queue: Queue): void {
    const name = nameOf(queue);
    if (queue.tracks.length === 0 || name === this.offered) {
      return;
    }
    const isIdle = this.current.status === 'idle';
    if (isIdle) {
      this.take(queue, inOrder(queue.tracks));
      this.show();
      this.prepareTrack(trackAt(this.order));
    } else if (queue.occasion.moodId === this.occasion?.moodId) {
      this.take(queue, followedBy(this.order, queue.tracks));
      this.set(this.orderState());
    }
  }

  /** Plays a queue from one of its tracks on. */
  async play(queue: Queue, index = 0): Promise<void> {
    this.take(queue, inOrder(queue.tracks, index));
    this.failures = 0;
    await this.begin();
  }

  /** Plays or pauses. */
  async toggle(): Promise<void> {
    if (this.current.status === 'playing') {
      this.pause();
    } else {
      await this.resume();
    }
  }

  /** Plays on, or from the start if nothing has played yet. */
  async resume(): Promise<void> {
    if (this.current.status === 'idle') {
      this.failures = 0;
      await this.begin();
    } else if (this.current.status === 'paused') {
      await this.sound(this.generation);
    }
    this.isHeld = false;
  }

  /** Pauses what plays; what is on the way to sound waits when it is there. */
  pause(): void {
    const { status } = this.current;
    if (status === 'preparing' && !this.isLoaded) {
      this.isHeld = true;
    } else if (status === 'playing' || status === 'preparing') {
      clearTimeout(this.silence);
      this.audio.pause();
      this.set({ status: 'paused' }, 'stalled');
    }
  }

  /** Goes to the next track; after the last, stops at the first, unless all are repeated. */
  async next(): Promise<void> {
    this.failures = 0;
    await this.goOn();
  }

  /** Goes back to the start of the track; from there, to the track before. */
  async previous(): Promise<void> {
    this.failures = 0;
    const { position, repeat, status } = this.current;
    if (position > BACK_TO_START_FROM && (status === 'playing' || status === 'paused')) {
      this.seek(0);
      return;
    }
    this.order = preceding(this.order, repeat);
    await this.begin();
  }

  /** Goes to one of the queue. */
  async jump(index: number): Promise<void> {
    if (index >= 0 && index < this.order.tracks.length) {
      this.failures = 0;
      this.order = { ...this.order, index };
      await this.begin();
    }
  }

  /** Takes a track out of the queue that does not play. */
  remove(id: string): void {
    this.order = without(this.order, id);
    this.set(this.orderState());
  }

  /** Goes to a place of the track, in seconds. */
  seek(position: number): void {
    if (this.current.status === 'playing' || this.current.status === 'paused') {
      const { duration } = this.current;
      this.audio.currentTime = Math.max(0, duration > 0 ? Math.min(position, duration) : position);
      this.follow();
    }
  }

  /** Plays the tracks in an order of chance, or in their own. */
  setShuffle(shuffle: boolean): void {
    if (shuffle !== this.current.shuffle) {
      this.order = shuffle ? shuffled(this.order, this.chance) : restored(this.order);
      this.set({ shuffle, ...this.orderState() });
    }
  }

  setRepeat(repeat: Repeat): void {
    this.set({ repeat });
  }

  /** Sets how loud it plays, in [0, 1]; whoever does so wants to hear it. */
  setVolume(volume: number): void {
    this.audio.volume = Math.min(1, Math.max(0, volume));
    this.audio.muted = false;
    this.set({ volume: this.audio.volume, muted: false });
  }

  setMuted(muted: boolean): void {
    this.audio.muted = muted;
    this.set({ muted });
  }

  /** Ends it all, as when a person signs out. */
  close(): void {
    this.generation += 1;
    clearTimeout(this.silence);
    this.audio.pause();
    this.audio.removeAttribute('src');
    this.watchers.clear();
    this.source.close();
  }

  private listenTo(audio: AudioElement): void {
    audio.addEventListener('timeupdate', () => {
      this.follow();
    });
    audio.addEventListener('ended', () => {
      this.failures = 0;
      void (this.current.repeat === 'one' ? this.begin() : this.goOn());
    });
    audio.addEventListener('error', () => {
      if (this.isLoaded) {
        void this.leaveOut();
      }
    });
    // Headphones that are pulled out, or a key of the system's, play and pause past this player.
    audio.addEventListener('pause', () => {
      if (this.current.status === 'playing' && audio.paused && !audio.ended) {
        this.set({ status: 'paused' }, 'stalled');
      }
    });
    audio.addEventListener('play', () => {
      if (this.current.status === 'paused' && !audio.paused) {
        this.set({ status: 'playing' });
      }
    });
    audio.addEventListener('waiting', () => {
      if (this.current.status === 'playing') {
        this.set({ stalled: true });
        if (!this.current.track?.recipe) {
          this.awaitSound();
        }
      }
    });
    audio.addEventListener('playing', () => {
      clearTimeout(this.silence);
      this.set({}, 'stalled');
    });
  }

  private take(queue: Queue, order: PlayOrder): void {
    this.offered = nameOf(queue);
    this.occasion = queue.occasion;
    this.order = this.current.shuffle ? shuffled(order, this.chance) : order;
  }

  private async goOn(): Promise<void> {
    const order = following(this.order, this.current.repeat);
    if (order) {
      this.order = order;
      await this.begin();
    } else {
      this.stop();
    }
  }

  private async begin(): Promise<void> {
    const track = trackAt(this.order);
    if (!track) {
      return;
    }
    this.leave();
    const { generation } = this;
    this.show({ status: 'preparing' });
    if (!track.recipe) {
      this.awaitSound();
    }
    try {
      const address = await this.source.addressOf(track, (composed) => {
        if (generation === this.generation) {
          this.set({ composed });
        }
      });
      if (generation === this.generation) {
        this.isLoaded = true;
        this.audio.src = address;
        if (this.isHeld) {
          this.pause();
        } else {
          await this.sound(generation);
        }
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
        clearTimeout(this.silence);
        this.set({ status: 'paused' });
      }
      // Any other failure is told by the element's error event.
      return;
    }
    if (generation === this.generation) {
      clearTimeout(this.silence);
      this.failures = 0;
      this.set({ status: 'playing' });
      const next = following(this.order, this.current.repeat);
      this.prepareTrack(next && trackAt(next));
    }
  }

  private prepareTrack(track: Track | undefined): void {
    if (track) {
      this.source.prepare(track);
    }
  }

  /** Gives a track of a catalogue some time to be heard. */
  private awaitSound(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      console.warn(`Track ${this.current.track?.id ?? ''} makes no sound`);
      void this.leaveOut();
    }, LONGEST_SILENCE_MS);
  }

  /** Goes on to the next track, unless none of the queue can be played. */
  private async leaveOut(): Promise<void> {
    const skipped = this.current.track;
    this.failures += 1;
    if (skipped) {
      this.set({ skipped });
    }
    if (this.failures < this.order.tracks.length) {
      await this.goOn();
    } else {
      this.stop();
    }
  }

  private stop(): void {
    const exhausted = this.failures >= this.order.tracks.length;
    this.leave();
    this.audio.removeAttribute('src');
    this.order = { ...this.order, index: 0 };
    this.show();
    if (exhausted) {
      this.set({ exhausted });
    }
  }

  private leave(): void {
    this.tellHeard();
    this.generation += 1;
    this.isLoaded = false;
    this.isHeld = false;
    clearTimeout(this.silence);
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

  /** Shows the track that it is at, from its start. */
  private show({ status }: { status: PlayerStatus } = { status: 'idle' }): void {
    const track = trackAt(this.order);
    const { occasion } = this;
    const { shuffle, repeat, volume, muted, skipped } = this.current;
    this.current = {
      ...{ status, shuffle, repeat, volume, muted, position: 0 },
      duration: track?.durationSeconds ?? 0,
      ...this.orderState(),
      ...(track && { track }),
      ...(occasion && { occasion }),
      ...(skipped && this.failures > 0 && { skipped }),
    };
    this.tell();
  }

  private orderState(): Pick<PlayerState, 'queue' | 'index'> {
    return { queue: this.order.tracks, index: this.order.index };
  }

  private set(news: Partial<PlayerState>, ...gone: (keyof PlayerState)[]): void {
    const kept = Object.entries(this.current).filter(
      ([name]) => !gone.includes(name as keyof PlayerState),
    );
    this.current = { ...(Object.fromEntries(kept) as unknown as PlayerState), ...news };
    this.tell();
  }

  private tell(): void {
    this.watchers.forEach((watcher) => {
      watcher(this.current);
    });
  }
}

function nameOf({ tracks, occasion }: Queue): string {
  return [occasion.moodId, occasion.goal, ...tracks.map(({ id }) => id)].join(' ');
}
