import type { Heard, Occasion } from '../../feedback/feedback';
import type { Track } from '../../playlist/track';
import type { NewMusic } from '../../settings/profile';
import type { AudioElement } from './audio-element';
import { LastAction } from './last-action';
import { PlaybackTracker } from './playback-tracker';
import type { Chance, Repeat } from './play-order';
import { PlayQueue, type Queue } from './play-queue';
import { Playback } from './playback';
import type { PlayerSnapshot, PlayerState, PlayerStatus } from './player-state';
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
  /** What is done about music for a newer wish while something plays. */
  newMusic: NewMusic = 'play';

  private readonly shown = new ShownPlayer();
  private readonly lastAction = new LastAction(this.shown);
  private readonly queue: PlayQueue;
  private readonly tracker: PlaybackTracker;
  private readonly playback: Playback;
  /** How many tracks in a row could not be played. */
  private failures = 0;
  private offered: ReturnType<typeof setTimeout> | undefined;
  /** A queue for a newer wish that waits. */
  private waiting: Queue | undefined;
  /** Whether the queue is a newer one already, and the track before it becomes silent. */
  private isSwitching = false;

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
      onNearEnd: () => {
        this.standBy();
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
   * Puts up what would be played. While nothing plays, its first track is ready. While something does,
   * other tracks for the same wish come next; a newer wish is followed as {@link newMusic} says, once.
   *
   * @param isNewer whether the person wished for it after what plays, and is not looking at the past
   */
  offer(queue: Queue, isNewer = true): void {
    if (queue.tracks.length === 0 || this.queue.isTaken(queue)) {
      return;
    }
    if (this.state.status === 'idle') {
      this.putUp(queue);
    } else if (this.queue.isKnown(queue)) {
      return;
    } else if (this.queue.isForTheSame(queue)) {
      this.queue.follow(queue);
      this.shown.change(this.queueState());
    } else if (isNewer) {
      this.followWish(queue);
    }
  }

  /** Plays a queue from one of its tracks on. */
  async play(queue: Queue, index = 0): Promise<void> {
    this.take(queue, index);
    this.failures = 0;
    this.lastAction.forget();
    await this.begin();
  }

  /** Plays what waits for a newer wish. */
  async playWaiting(): Promise<void> {
    const { waiting } = this;
    if (waiting) {
      await this.play(waiting);
    }
  }

  /** Puts a track next in the queue, or last; with nothing there it is what would be played. */
  add(track: Track, occasion: Occasion, place: 'next' | 'last'): void {
    if (this.queue.track) {
      this.queue.add(track, occasion, place);
      this.shown.change(this.queueState());
      this.prepareTrack(place === 'next' ? track : undefined);
    } else {
      this.putUp({ tracks: [track], occasion });
    }
  }

  /** Moves a track of the queue to another place. */
  move(from: number, to: number): void {
    this.queue.move(from, to);
    this.shown.change(this.queueState());
  }

  /**
   * Takes off the track that it is at, and goes to the next one; that can be taken back. The only one
   * stays, and stops.
   */
  async takeOff(): Promise<void> {
    const { track, occasion, status, queue } = this.state;
    if (!track || !occasion) {
      return;
    }
    if (queue.length === 1) {
      this.failures = 0;
      this.stop();
      return;
    }
    this.lastAction.remember({ action: 'disliked', track, occasion }, this.snapshot);
    const hasNext = this.queue.removeCurrent() || this.queue.goTo(0);
    if (hasNext && isSounding(status)) {
      await this.begin();
    } else {
      this.leave();
      this.show();
    }
  }

  /** Takes back what was done last, and plays on where that was. */
  async undo(): Promise<void> {
    const before = this.lastAction.take();
    if (before) {
      this.queue.restore(before.queue);
      if (before.isPlaying) {
        await this.begin(before.position);
      } else {
        this.leave();
        this.showPaused(before);
      }
    }
  }

  /** All that it is at, unless that is nothing. */
  get snapshot(): PlayerSnapshot | undefined {
    const { status, position, duration } = this.state;
    const isPlaying = isSounding(status);
    return this.queue.track && { queue: this.queue.snapshot, isPlaying, position, duration };
  }

  /** Shows what it was at, paused there. */
  restore(snapshot: PlayerSnapshot): void {
    this.queue.restore(snapshot.queue);
    this.showPaused(snapshot);
    this.prepareTrack(this.queue.track);
  }

  /** Plays or pauses. */
  async toggle(): Promise<void> {
    if (isSounding(this.state.status)) {
      this.pause();
    } else {
      await this.resume();
    }
  }

  /** Plays on, or from the start if nothing has played yet. */
  async resume(): Promise<void> {
    const { status, position } = this.state;
    if (status === 'idle') {
      this.failures = 0;
      await this.begin();
    } else if (status === 'paused' && !this.playback.hasTrack) {
      await this.begin(position);
    } else {
      await this.playback.resume();
    }
  }

  /** Pauses what plays; what is on the way to sound is given up until it is wanted again. */
  pause(): void {
    const { status, position, duration } = this.state;
    if (this.isSwitching) {
      this.leave();
      this.show();
    } else if (status === 'preparing' && !this.playback.hasTrack) {
      this.leave();
      this.show('paused', position, duration);
    } else {
      this.playback.pause();
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
    if (this.state.status === 'paused' && !this.playback.hasTrack) {
      this.shown.change({ position });
    } else {
      this.playback.seek(position);
    }
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
    this.lastAction.close();
    this.playback.stop();
    this.shown.close();
    this.source.close();
  }

  private take(queue: Queue, index = 0): void {
    this.waiting = undefined;
    this.queue.take(queue, index);
  }

  private putUp(queue: Queue): void {
    this.take(queue);
    this.show();
    clearTimeout(this.offered);
    this.offered = setTimeout(() => {
      this.prepareTrack(this.queue.track);
    }, PREPARED_AFTER_MS);
  }

  /** Something plays or is paused, and was not wished for last. */
  private followWish(queue: Queue): void {
    const { track, occasion, status } = this.state;
    const isPaused = !isSounding(status);
    if (!isPaused && this.newMusic === 'ask') {
      this.queue.remember(queue);
      this.waiting = queue;
      const [waiting] = queue.tracks;
      this.shown.change({ ...(waiting && { waiting }) });
      this.prepareTrack(waiting);
      return;
    }
    if (track && occasion) {
      this.lastAction.remember({ action: 'switched', track, occasion }, this.snapshot);
    }
    if (isPaused) {
      this.leave();
      this.putUp(queue);
    } else {
      this.take(queue);
      this.isSwitching = true;
      this.prepareTrack(this.queue.track);
      this.playback.fadeOut(() => void this.begin());
    }
  }

  private async goOn(): Promise<void> {
    if (this.waiting) {
      await this.playWaiting();
    } else if (this.isSwitching || this.queue.goOn(this.state.repeat)) {
      await this.begin();
    } else {
      this.stop();
    }
  }

  private async begin(position = 0): Promise<void> {
    const { track } = this.queue;
    if (!track) {
      return;
    }
    this.leave();
    this.show('preparing', position);
    await this.playback.begin(track, position);
  }

  /** Ends what plays; what comes instead is in the queue. */
  private leave(): void {
    clearTimeout(this.offered);
    this.isSwitching = false;
    this.tracker.leave(this.state);
    this.playback.leave();
  }

  /** Has what comes after the track that plays follow it without a gap. */
  private standBy(): void {
    const { track, repeat, status } = this.state;
    const next =
      repeat === 'one' ? track : (this.waiting?.tracks[0] ?? this.queue.nextTrack(repeat));
    if (next && status === 'playing' && !this.isSwitching) {
      void this.playback.standBy(next);
    }
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
    this.leave();
    this.playback.stop();
    this.queue.goTo(0);
    this.show();
    if (exhausted) {
      this.shown.change({ exhausted });
    }
  }

  private showPaused({ position, duration }: PlayerSnapshot): void {
    this.show('paused', position, duration);
  }

  /** Shows the track that it is at, how far into it that is, and how long it is, in seconds. */
  private show(status: PlayerStatus = 'idle', position = 0, duration?: number): void {
    const { track, occasion } = this.queue;
    const { shuffle, repeat, volume, muted, skipped, undoable } = this.state;
    const waiting = this.waiting?.tracks[0];
    this.shown.put({
      ...{ status, shuffle, repeat, volume, muted, position },
      duration: duration ?? track?.durationSeconds ?? 0,
      ...this.queueState(),
      ...(track && { track }),
      ...(occasion && { occasion }),
      ...(skipped && this.failures > 0 && { skipped }),
      ...(undoable && { undoable }),
      ...(waiting && { waiting }),
    });
  }

  private queueState(): Pick<PlayerState, 'queue' | 'index'> {
    return { queue: this.queue.tracks, index: this.queue.index };
  }
}

const isSounding = (status: PlayerStatus) => status === 'playing' || status === 'preparing';
