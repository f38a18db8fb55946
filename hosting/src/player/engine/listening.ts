import type { Heard } from '../../feedback/feedback';

/** Steps forward longer than this are leaps of the person, not of time, in seconds. */
const LEAP = 2;

/** Counts how much of a track is really heard: what is leapt over does not count. */
export class Listening {
  private seconds = 0;
  private position = 0;

  /** Takes note of where the track is, in seconds. Called often while it plays. */
  at(position: number): void {
    const step = position - this.position;
    if (step > 0 && step < LEAP) {
      this.seconds += step;
    }
    this.position = position;
  }

  /**
   * Returns how much was heard so far.
   *
   * @param duration how long the track is, in seconds; 0 if it is not known
   */
  heard(duration: number): Heard {
    const share = duration > 0 ? Math.min(1, this.seconds / duration) : 0;
    return { seconds: this.seconds, share };
  }
}
