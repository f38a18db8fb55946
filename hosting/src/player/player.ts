import type { Heard, Occasion } from '../feedback/feedback';
import type { Track } from '../playlist/track';
import { listenTo, type AudioElement } from './audio-element';
import { Hearing } from './hearing';
import type { Chance, Repeat } from './play-order';
import { PlayQueue, type Queue } from './play-queue';
import { AT_REST, type PlayerState, type PlayerStatus } from './player-state';
import type { TrackAudio } from './track-audio';

/** Going back from further into a track than this means its start, in seconds. */
const BACK_TO_START_FROM = 3;

/** A catalogue's track that makes no sound for so long counts as dead. */
const LONGEST_SILENCE_MS = 20_000;

/**
 * Plays a queue, whatever its tracks come from. A track that cannot be played is left out with a note.
 */
export class Player {
  private current = AT_REST;
  private readonly queue: PlayQueue;
  private readonly hearing: Hearing;
  private failures = 0;
  /** Counts the tracks that were begun, so that what comes late from one that was left is not heard. */
  private generation = 0;
  /** Whether the audio element has the track that is shown, and not the one before it. */
  private isLoaded = false;
  /** Whether it was paused before there was any sound. */
  private isHeld = false;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private readonly watchers = new Set<(state: PlayerState) => void>();

  /**
   * @param onHeard told of every track how much of it was heard
   * @param chance decides when tracks are shuffled
   */
  constructor(
    private readonly audio: AudioElement,
    private readonly source: TrackAudio,
    onHeard: (track: Track, heard: Heard, occasion: Occasion) => void,
    chance: Chance = (below) => Math.floor(Math.random() * below),
  ) {
    this.queue = new PlayQueue(chance);
    this.hearing = new Hearing(onHeard);
    this.listen();
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
    if (!this.queue.isNews(queue)) {
      return;
    }
    if (this.current.status === 'idle') {
      this.queue.take(queue);
      this.show();
      this.prepareTrack(this.queue.track);
    } else if (queue.occasion.moodId === this.queue.occasion?.moodId) {
      this.queue.follow(queue);
      this.set(this.queueState());
    }
  }

  /** Plays a queue from one of its tracks on. */
  async play(queue: Queue, index = 0): Promise<void> {
    this.queue.take(queue, index);
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
    this.queue.goBack(repeat);
    await this.begin();
  }

  /** Goes to one of the queue. */
  async jump(index: number): Promise<void> {
    if (this.queue.goTo(index)) {
      this.failures = 0;
      await this.begin();
    }
  }

  /** Takes a track out of the queue that does not play. */
  remove(id: string): void {
    this.queue.remove(id);
    this.set(this.queueState());
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
      this.queue.shuffle(shuffle);
      this.set({ shuffle, ...this.queueState() });
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

  private listen(): void {
    listenTo(this.audio, {
      onTime: () => {
        this.follow();
      },
      onEnded: () => {
        this.failures = 0;
        void (this.current.repeat === 'one' ? this.begin() : this.goOn());
      },
      onError: () => {
        if (this.isLoaded) {
          void this.leaveOut();
        }
      },
      onPaused: () => {
        if (this.current.status === 'playing') {
          this.set({ status: 'paused' }, 'stalled');
        }
      },
      onPlayed: () => {
        if (this.current.status === 'paused') {
          this.set({ status: 'playing' });
        }
      },
      onWaiting: () => {
        if (this.current.status === 'playing') {
          this.set({ stalled: true });
          if (!this.current.track?.recipe) {
            this.awaitSound();
          }
        }
      },
      onSound: () => {
        clearTimeout(this.silence);
        this.set({}, 'stalled');
      },
    });
  }

  private async goOn(): Promise<void> {
    if (this.queue.goOn(this.current.repeat)) {
      await this.begin();
    } else {
      this.stop();
    }
  }

  private async begin(): Promise<void> {
    const { track } = this.queue;
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
      this.prepareTrack(this.queue.nextTrack(this.current.repeat));
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
    if (this.failures < this.queue.tracks.length) {
      await this.goOn();
    } else {
      this.stop();
    }
  }

  private stop(): void {
    const exhausted = this.failures >= this.queue.tracks.length;
    this.leave();
    this.audio.removeAttribute('src');
    this.queue.goTo(0);
    this.show();
    if (exhausted) {
      this.set({ exhausted });
    }
  }

  private leave(): void {
    this.hearing.leave(this.current);
    this.generation += 1;
    this.isLoaded = false;
    this.isHeld = false;
    clearTimeout(this.silence);
    this.audio.pause();
  }

  private follow(): void {
    const { currentTime, duration } = this.audio;
    this.set({
      position: currentTime,
      ...(Number.isFinite(duration) && { duration }),
    });
    this.hearing.at(currentTime, this.current);
  }

  /** Shows the track that it is at, from its start. */
  private show({ status }: { status: PlayerStatus } = { status: 'idle' }): void {
    const { track, occasion } = this.queue;
    const { shuffle, repeat, volume, muted, skipped } = this.current;
    this.current = {
      ...{ status, shuffle, repeat, volume, muted, position: 0 },
      duration: track?.durationSeconds ?? 0,
      ...this.queueState(),
      ...(track && { track }),
      ...(occasion && { occasion }),
      ...(skipped && this.failures > 0 && { skipped }),
    };
    this.tell();
  }

  private queueState(): Pick<PlayerState, 'queue' | 'index'> {
    return { queue: this.queue.tracks, index: this.queue.index };
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
