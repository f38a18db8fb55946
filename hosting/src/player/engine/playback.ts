import type { Track } from '../../playlist/track';
import { listenTo, type AudioElement } from './audio-element';
import type { ShownPlayer } from './shown-player';
import type { TrackAudio } from './track-audio';

/** How long a soft end takes, and how often it gets softer meanwhile. */
const FADE_MS = 1_200;
const FADE_STEP_MS = 60;

/** A catalogue's track that makes no sound for so long counts as dead. */
const LONGEST_SILENCE_MS = 20_000;

/** What comes next is loaded so long before the end, in seconds. */
const NEAR_END_SECONDS = 12;

/** What playing a track comes to. */
export interface PlaybackEvents {
  /** It has come to a place, in seconds. */
  readonly onTime: (position: number) => void;
  /** There is sound, at the beginning or after a pause. */
  readonly onSound: () => void;
  readonly onEnded: () => void;
  /** It will end before long: time to make ready what comes next. */
  readonly onNearEnd: () => void;
  /** It cannot be played; done when what comes instead plays. */
  readonly onDead: () => Promise<void>;
}

/** Brings one track at a time to an audio element, and shows how far that is. */
export class Playback {
  /** Counts the tracks that were begun, so that what comes late from one that was left is not heard. */
  private generation = 0;
  /** Whether the audio element has the track that is shown, and not the one before it. */
  private isLoaded = false;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private fade: ReturnType<typeof setInterval> | undefined;
  /** The track that stands by, or is about to. */
  private standing: string | undefined;

  constructor(
    private readonly audio: AudioElement,
    private readonly source: TrackAudio,
    private readonly shown: ShownPlayer,
    private readonly events: PlaybackEvents,
  ) {
    this.listen();
  }

  /** Whether the audio element has the track that is shown. */
  get hasTrack(): boolean {
    return this.isLoaded;
  }

  /**
   * Plays a track, which is shown already. The one before it was left.
   *
   * @param position where it begins, in seconds
   */
  async begin(track: Track, position = 0): Promise<void> {
    const { generation } = this;
    if (!track.recipe) {
      this.awaitSound();
    }
    try {
      const address = await this.source.addressOf(track, (composed) => {
        if (generation === this.generation) {
          this.shown.change({ composed });
        }
      });
      if (generation === this.generation) {
        this.isLoaded = true;
        this.audio.src = address;
        if (position > 0) {
          // Before anything of it is loaded, this is where it will begin.
          this.audio.currentTime = position;
        }
        await this.sound();
      }
    } catch (error) {
      if (generation === this.generation) {
        console.warn(`Track ${track.id} cannot be played`, error);
        await this.events.onDead();
      }
    }
  }

  /** Loads what is likely to be played next, so that it follows without a gap. */
  async standBy(track: Track): Promise<void> {
    if (this.standing === track.id) {
      return;
    }
    this.standing = track.id;
    try {
      const address = await this.source.standBy(track);
      if (this.standing === track.id) {
        if (address === undefined) {
          this.standing = undefined;
        } else {
          this.audio.standBy(address);
        }
      }
    } catch (error) {
      // When its turn comes it is tried again, and left out if need be.
      console.warn(`Track ${track.id} cannot be made ready`, error);
    }
  }

  /** Pauses what plays, or is about to. */
  pause(): void {
    const { status } = this.shown.state;
    if (status === 'playing' || status === 'preparing') {
      clearTimeout(this.silence);
      this.audio.pause();
      this.shown.change({ status: 'paused' }, 'stalled');
    }
  }

  /** Plays on what was paused. */
  async resume(): Promise<void> {
    if (this.shown.state.status === 'paused') {
      await this.sound();
    }
  }

  /** Goes to a place of the track, in seconds. */
  seek(position: number): void {
    const { status, duration } = this.shown.state;
    if (status === 'playing' || status === 'paused') {
      this.audio.currentTime = Math.max(0, duration > 0 ? Math.min(position, duration) : position);
      this.follow();
    }
  }

  /** Lets the track become silent, and calls back when it is; not if it is left or paused before. */
  fadeOut(onSilent: () => void): void {
    this.endFade();
    const end = performance.now() + FADE_MS;
    this.fade = setInterval(() => {
      const share = Math.max(0, (end - performance.now()) / FADE_MS);
      this.audio.volume = this.shown.state.volume * share;
      if (share === 0) {
        this.endFade();
        onSilent();
      }
    }, FADE_STEP_MS);
  }

  /** Leaves the track; nothing more is heard of it. */
  leave(): void {
    this.endFade();
    this.generation += 1;
    this.isLoaded = false;
    this.standing = undefined;
    clearTimeout(this.silence);
    this.audio.pause();
  }

  /** Leaves the track, and has none. */
  stop(): void {
    this.leave();
    this.audio.removeAttribute('src');
  }

  private endFade(): void {
    if (this.fade !== undefined) {
      clearInterval(this.fade);
      this.fade = undefined;
      this.audio.volume = this.shown.state.volume;
    }
  }

  private listen(): void {
    const { shown } = this;
    listenTo(this.audio, {
      onTime: () => {
        this.follow();
      },
      onEnded: () => {
        this.events.onEnded();
      },
      onError: () => {
        if (this.isLoaded) {
          void this.events.onDead();
        }
      },
      onPaused: () => {
        if (shown.state.status === 'playing') {
          shown.change({ status: 'paused' }, 'stalled');
        }
      },
      onPlayed: () => {
        if (shown.state.status === 'paused') {
          shown.change({ status: 'playing' });
        }
      },
      onWaiting: () => {
        const { status, track } = shown.state;
        if (status === 'playing') {
          shown.change({ stalled: true });
          if (track?.recipe) {
            this.source.hurry(track);
          } else {
            this.awaitSound();
          }
        }
      },
      onSound: () => {
        clearTimeout(this.silence);
        shown.change({}, 'stalled');
      },
    });
  }

  private async sound(): Promise<void> {
    const { generation } = this;
    try {
      await this.audio.play();
    } catch (error) {
      // The browser wants another click first, or a track was begun meanwhile.
      const name = (error as DOMException | undefined)?.name;
      if (generation === this.generation && name === 'NotAllowedError') {
        clearTimeout(this.silence);
        this.shown.change({ status: 'paused' });
      }
      // Any other failure is reported by the element's error event.
      return;
    }
    if (generation === this.generation) {
      clearTimeout(this.silence);
      this.shown.change({ status: 'playing' });
      this.events.onSound();
    }
  }

  /** Gives a track of a catalogue some time to be heard. */
  private awaitSound(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      console.warn(`Track ${this.shown.state.track?.id ?? ''} makes no sound`);
      void this.events.onDead();
    }, LONGEST_SILENCE_MS);
  }

  private follow(): void {
    const { currentTime, duration } = this.audio;
    this.shown.change({
      position: currentTime,
      ...(Number.isFinite(duration) && { duration }),
    });
    this.events.onTime(currentTime);
    if (duration - currentTime < NEAR_END_SECONDS) {
      this.events.onNearEnd();
    }
  }
}
