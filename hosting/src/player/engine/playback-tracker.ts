import type { Heard, Occasion } from '../../feedback/feedback';
import type { Track } from '../../playlist/track';

/** Of a track so far into it, it counts as heard even if nobody comes back to say so. */
const HEARD_FROM = 0.6;

/** Steps forward longer than this are leaps of the person, not of time, in seconds. */
const LEAP = 2;

/** Less than this was not heard at all, in seconds. */
const LEAST_HEARD = 1;

/** What is being heard, and what it was chosen for. */
interface HeardTrack {
  readonly track?: Track;
  readonly occasion?: Occasion;
  /** In seconds; 0 if it is not known. */
  readonly duration: number;
}

/**
 * Reports how much of every track was heard: when it is left, and once before that when it has come so
 * far that it counts. What is leapt over does not count.
 */
export class PlaybackTracker {
  private position = 0;
  private seconds = 0;
  private hasCounted = false;

  constructor(private readonly onHeard: (track: Track, heard: Heard, occasion: Occasion) => void) {}

  /** Takes note of where the track is, in seconds. Called often while it plays. */
  at(position: number, of: HeardTrack): void {
    const step = position - this.position;
    if (step > 0 && step < LEAP) {
      this.seconds += step;
    }
    this.position = position;
    if (!this.hasCounted && this.heard(of).share >= HEARD_FROM) {
      this.hasCounted = true;
      this.report(of);
    }
  }

  /** The track is left: the next one begins. */
  leave(of: HeardTrack): void {
    this.report(of);
    this.position = 0;
    this.seconds = 0;
    this.hasCounted = false;
  }

  private heard({ duration }: HeardTrack): Heard {
    const share = duration > 0 ? Math.min(1, this.seconds / duration) : 0;
    return { seconds: this.seconds, share };
  }

  private report(of: HeardTrack): void {
    const { track, occasion } = of;
    const heard = this.heard(of);
    if (track && occasion && heard.seconds >= LEAST_HEARD) {
      this.onHeard(track, heard, occasion);
    }
  }
}
