package app.moodify.core.person;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a person may call, by the generic cell rate algorithm (GCRA, ITU-T I.371): all that is
 * kept of the calls is when they no longer count.
 *
 * @param name what is limited, such as {@code export}
 * @param calls how many calls, all at once if they like
 * @param per in which time
 */
public record RateLimit(String name, int calls, Duration per) {

  /** Rejects what would let nobody in. */
  public RateLimit {
    if (calls < 1 || per.isZero() || per.isNegative()) {
      throw new IllegalArgumentException("A limit must let somebody in: " + calls + " in " + per);
    }
  }

  /** Returns how long it takes until one more call is allowed again. */
  public Duration interval() {
    return per.dividedBy(calls);
  }

  /**
   * Returns when no call counts any longer, after one more now.
   *
   * @param emptyAt when that would be without it; a time that is over counts as now
   */
  public Instant emptyAfterCall(Instant emptyAt, Instant now) {
    return (emptyAt.isAfter(now) ? emptyAt : now).plus(interval());
  }

  /**
   * Returns how long a call has to wait; nothing if it is within the limit.
   *
   * @param emptyAfterCall what {@link #emptyAfterCall} has returned for it
   */
  public Optional<Duration> timeToWait(Instant emptyAfterCall, Instant now) {
    Duration wait = Duration.between(now, emptyAfterCall).minus(per);
    return wait.isZero() || wait.isNegative() ? Optional.empty() : Optional.of(wait);
  }
}
