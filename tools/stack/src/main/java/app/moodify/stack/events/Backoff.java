package app.moodify.stack.events;

import java.time.Duration;

/**
 * How long to wait between attempts, and when to stop trying.
 *
 * @param first the wait after the first failure; it doubles with each further one
 * @param longest no wait is longer
 * @param giveUpAfter an event older than this is not tried again
 */
record Backoff(Duration first, Duration longest, Duration giveUpAfter) {

  /** Quicker to begin than the platform's ten seconds, and an hour in all, as Moodify's retries. */
  static final Backoff LOCAL =
      new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofHours(1));

  /** The wait after this many failures, one or more. */
  Duration after(int failures) {
    Duration wait = first.multipliedBy(1L << Math.min(failures - 1, 30));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}
