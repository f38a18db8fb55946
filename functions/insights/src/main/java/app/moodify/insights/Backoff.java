package app.moodify.insights;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off with jitter, for a write that another one overtook. Without it whoever is
 * slower by a little loses each round to those who go on at once.
 *
 * @param random spreads those who lost the same round
 */
record Backoff(RandomGenerator random) {
  private static final Duration FIRST = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /**
   * Returns how long to wait: between a half and the whole of 20 ms times two for each failure
   * before this one, and never more than a second.
   *
   * @param failures how often the write was overtaken, from 1
   */
  Duration after(int failures) {
    long whole = Math.min(FIRST.toMillis() << Math.min(failures - 1, 10), LONGEST.toMillis());
    return Duration.ofMillis(random.nextLong(whole / 2, whole + 1));
  }

  /**
   * Waits that long.
   *
   * @throws IllegalStateException if the thread is interrupted, as when the instance is shut down
   */
  void pauseAfter(int failures) {
    try {
      Thread.sleep(after(failures).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while others stored the statistics", e);
    }
  }
}
