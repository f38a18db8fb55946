import { isInFlight, stepOf, type Journey } from './journey';

/** How long a step may last before the page says that it takes long. */
export const SLOW_AFTER_MS = 20_000;

/** Reports when nothing has happened on a journey for longer than it should. */
export class SlowStepTimer {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onSlow: () => void) {}

  /**
   * Begins anew, because there was news: any news is progress. Sleeps when all is there, and where it
   * hangs on something else than Moodify how long it takes.
   */
  renew(journey: Journey | undefined): void {
    this.end();
    const isExempt = journey && (stepOf(journey) === 'preparing' || journey.waiting);
    if (journey && isInFlight(journey) && !isExempt && !journey.slow) {
      this.timer = setTimeout(this.onSlow, SLOW_AFTER_MS);
    }
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
