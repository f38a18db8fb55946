package app.moodify.http;

import app.moodify.core.person.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the calls of everybody together, in this instance alone, by the generic cell rate
 * algorithm (GCRA, ITU-T I.371): for what anybody may call, where asking a store would cost more
 * than the call does. All instances together let through as many times more as there are of them.
 * Thread-safe.
 */
public final class InstanceRateLimit {
  private final RateLimit limit;
  private final Clock clock;
  private Instant emptyAt = Instant.MIN;

  /** Begins with all calls left. */
  public InstanceRateLimit(RateLimit limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * Counts a call if it is within the limit.
   *
   * @throws Problem 429 with the time to wait if it is not
   */
  public synchronized void take() throws Problem {
    Instant now = clock.instant();
    Instant next = (emptyAt.isAfter(now) ? emptyAt : now).plus(limit.interval());
    Duration wait = Duration.between(now, next).minus(limit.per());
    if (!wait.isZero() && !wait.isNegative()) {
      throw Problem.tooManyRequests(wait);
    }
    emptyAt = next;
  }
}
