import type { Heard, Occasion } from '../../feedback/feedback';
import type { Track } from '../../playlist/track';
import { Listening } from './listening';

/** Of a track so far into it, it counts as heard even if nobody comes back to say so. */
const HEARD_FROM = 0.6;

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
 * Tells of every track how much of it was heard: when it is left, and once before that when it has come
 * so far that it counts.
 */
export class Hearing {
  private listening = new Listening();
  private hasCounted = false;

  constructor(private readonly onHeard: (track: Track, heard: Heard, occasion: Occasion) => void) {}

  /** Takes note of where the track is, in seconds. Called often while it plays. */
  at(position: number, of: HeardTrack): void {
    this.listening.at(position);
    if (!this.hasCounted && this.listening.heard(of.duration).share >= HEARD_FROM) {
      this.hasCounted = true;
      this.tell(of);
    }
  }

  /** The track is left: the next one begins. */
  leave(of: HeardTrack): void {
    this.tell(of);
    this.listening = new Listening();
    this.hasCounted = false;
  }

  private tell({ track, occasion, duration }: HeardTrack): void {
    const heard = this.listening.heard(duration);
    if (track && occasion && heard.seconds >= LEAST_HEARD) {
      this.onHeard(track, heard, occasion);
    }
  }
}
