package app.moodify.http;

import app.moodify.core.person.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts the calls of everybody together, in this instance alone: for what anybody may call, where
 * asking a store would cost more than the call does. All instances together let through as many
 * times more as there are of them. Thread-safe.
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
    Instant next = limit.emptyAfterCall(emptyAt, now);
    Optional<Duration> wait = limit.timeToWait(next, now);
    if (wait.isPresent()) {
      throw Problem.tooManyRequests(wait.get());
    }
    emptyAt = next;
  }
}
