package app.moodify.core.person;

import java.time.Duration;

/**
 * How often a person may call.
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
}
