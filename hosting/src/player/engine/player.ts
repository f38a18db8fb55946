import type { Heard, Occasion } from '../../feedback/feedback';
import type { Track } from '../../playlist/track';
import type { AudioElement } from './audio-element';
import { PlaybackTracker } from './playback-tracker';
import type { Chance, Repeat } from './play-order';
import { PlayQueue, type Queue } from './play-queue';
import { Playback } from './playback';
import type { PlayerState, PlayerStatus } from './player-state';
import { ShownPlayer } from './shown-player';
import type { TrackAudio } from './track-audio';

/** Going back from further into a track than this means its start, in seconds. */
const BACK_TO_START_FROM = 3;

/** Debounces preparing: who gets a playlist looks at it first, and the page is busy showing it. */
export const PREPARED_AFTER_MS = 1_500;

/**
 * Plays a queue, whatever its tracks come from. A track that cannot be played is left out with a note.
 */
export class Player {
  private readonly shown = new ShownPlayer();
  private readonly queue: PlayQueue;
  private readonly tracker: PlaybackTracker;
  private readonly playback: Playback;
  /** How many tracks in a row could not be played. */
  private failures = 0;
  private offered: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param onHeard called for every track with how much of it was heard
   * @param chance decides when tracks are shuffled
   */
  constructor(
    private readonly audio: AudioElement,
    private readonly source: TrackAudio,
    onHeard: (track: Track, heard: Heard, occasion: Occasion) => void,
    chance: Chance = (below) => Math.floor(Math.random() * below),
  ) {
    this.queue = new PlayQueue(chance);
    this.tracker = new PlaybackTracker(onHeard);
    this.playback = new Playback(audio, source, this.shown, {
      onTime: (position) => {
        this.tracker.at(position, this.state);
      },
      onSound: () => {
        this.failures = 0;
        this.prepareTrack(this.queue.nextTrack(this.state.repeat));
      },
      onEnded: () => {
        this.failures = 0;
        void (this.state.repeat === 'one' ? this.begin() : this.goOn());
      },
      onDead: () => this.leaveOut(),
    });
  }

  /** The player as it is now. */
  get state(): PlayerState {
    return this.shown.state;
  }

  /** Calls back with every change from now on. Returns what ends it. */
  watch(watcher: (state: PlayerState) => void): () => void {
    return this.shown.watch(watcher);
  }

  /**
   * Puts up what would be played. Leaves what plays alone, but other tracks for the same entry come
   * next.
   */
  offer(queue: Queue): void {
    if (!this.queue.isNews(queue)) {
      return;
    }
    if (this.state.status === 'idle') {
      this.queue.take(queue);
      this.show();
      clearTimeout(this.offered);
      this.offered = setTimeout(() => {
        this.prepareTrack(this.queue.track);
      }, PREPARED_AFTER_MS);
    } else if (queue.occasion.moodId === this.queue.occasion?.moodId) {
      this.queue.follow(queue);
      this.shown.change(this.queueState());
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
    if (this.state.status === 'playing') {
      this.pause();
    } else {
      await this.resume();
    }
  }

  /** Plays on, or from the start if nothing has played yet. */
  async resume(): Promise<void> {
    if (this.state.status === 'idle') {
      this.failures = 0;
      await this.begin();
    } else {
      await this.playback.resume();
    }
  }

  /** Pauses what plays; what is on the way to sound waits when it is there. */
  pause(): void {
    this.playback.pause();
  }

  /** Goes to the next track; after the last, stops at the first, unless all are repeated. */
  async next(): Promise<void> {
    this.failures = 0;
    await this.goOn();
  }

  /** Goes back to the start of the track; from there, to the track before. */
  async previous(): Promise<void> {
    this.failures = 0;
    const { position, repeat, status } = this.state;
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
    this.shown.change(this.queueState());
  }

  /** Goes to a place of the track, in seconds. */
  seek(position: number): void {
    this.playback.seek(position);
  }

  /** Plays the tracks in an order of chance, or in their own. */
  setShuffle(shuffle: boolean): void {
    if (shuffle !== this.state.shuffle) {
      this.queue.shuffle(shuffle);
      this.shown.change({ shuffle, ...this.queueState() });
    }
  }

  setRepeat(repeat: Repeat): void {
    this.shown.change({ repeat });
  }

  /** Sets how loud it plays, in [0, 1]; whoever does so wants to hear it. */
  setVolume(volume: number): void {
    this.audio.volume = Math.min(1, Math.max(0, volume));
    this.audio.muted = false;
    this.shown.change({ volume: this.audio.volume, muted: false });
  }

  setMuted(muted: boolean): void {
    this.audio.muted = muted;
    this.shown.change({ muted });
  }

  /** Ends it all, as when a person signs out. */
  close(): void {
    clearTimeout(this.offered);
    this.playback.stop();
    this.shown.close();
    this.source.close();
  }

  private async goOn(): Promise<void> {
    if (this.queue.goOn(this.state.repeat)) {
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
    clearTimeout(this.offered);
    this.tracker.leave(this.state);
    this.playback.leave();
    this.show('preparing');
    await this.playback.begin(track);
  }

  private prepareTrack(track: Track | undefined): void {
    if (track) {
      this.source.prepare(track);
    }
  }

  /** Goes on to the next track, unless none of the queue can be played. */
  private async leaveOut(): Promise<void> {
    const skipped = this.state.track;
    this.failures += 1;
    if (skipped) {
      this.shown.change({ skipped });
    }
    if (this.failures < this.queue.tracks.length) {
      await this.goOn();
    } else {
      this.stop();
    }
  }

  private stop(): void {
    const exhausted = this.failures >= this.queue.tracks.length;
    this.tracker.leave(this.state);
    this.playback.stop();
    this.queue.goTo(0);
    this.show();
    if (exhausted) {
      this.shown.change({ exhausted });
    }
  }

  /** Shows the track that it is at, from its start. */
  private show(status: PlayerStatus = 'idle'): void {
    const { track, occasion } = this.queue;
    const { shuffle, repeat, volume, muted, skipped } = this.state;
    this.shown.put({
      ...{ status, shuffle, repeat, volume, muted },
      position: 0,
      duration: track?.durationSeconds ?? 0,
      ...this.queueState(),
      ...(track && { track }),
      ...(occasion && { occasion }),
      ...(skipped && this.failures > 0 && { skipped }),
    });
  }

  private queueState(): Pick<PlayerState, 'queue' | 'index'> {
    return { queue: this.queue.tracks, index: this.queue.index };
  }
}
