import { isUnderWay, stepOf, type Journey } from './journey';

/** How long a step may last before the person is told that it takes long. */
export const PATIENCE_MS = 20_000;

/** Tells when nothing has happened on a journey for longer than it should. */
export class Patience {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onLost: () => void) {}

  /**
   * Begins anew, because there was news: any news is progress. Sleeps when all is there, and where it
   * hangs on something else than Moodify how long it takes.
   */
  renew(journey: Journey | undefined): void {
    this.end();
    const isPatient = journey && (stepOf(journey) === 'preparing' || journey.waiting);
    if (journey && isUnderWay(journey) && !isPatient && !journey.slow) {
      this.timer = setTimeout(this.onLost, PATIENCE_MS);
    }
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
