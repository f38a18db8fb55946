const SECOND_MS = 1000;

/** Counts seconds down, until it is stopped. */
export class Countdown {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Begins anew.
   *
   * @param onLeft called with the seconds that are left, at once and each second, down to 1
   * @param onEnd called a second after that
   */
  start(seconds: number, onLeft: (left: number) => void, onEnd: () => void): void {
    this.stop();
    if (seconds === 0) {
      onEnd();
      return;
    }
    onLeft(seconds);
    this.timer = setTimeout(() => {
      this.start(seconds - 1, onLeft, onEnd);
    }, SECOND_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
