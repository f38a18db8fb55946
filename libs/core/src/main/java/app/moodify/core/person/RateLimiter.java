package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts how often people call, for all instances together. Everybody has a count of their own, so
 * that nobody waits for what others do. Implementations are thread-safe.
 */
public interface RateLimiter {

  /**
   * Counts a call if it is within the limit. Of any number of calls at once exactly as many as the
   * limit says are.
   *
   * @param key which call this is, the same in all its attempts, if it may be tried again after a
   *     fault: it is counted once. A call that was refused may be counted later. Keys are
   *     remembered for an hour, of each person the newest hundred
   * @return nothing if it is; else how long to wait until one more is
   * @throws ContentionException if other instances kept the count busy; that is no refusal
   * @throws ServiceUnavailableException if that could not be found out
   */
  Optional<Duration> take(String uid, RateLimit limit, Optional<String> key);

  /** Counts a call that is not tried again, as {@link #take(String, RateLimit, Optional)} does. */
  default Optional<Duration> take(String uid, RateLimit limit) {
    return take(uid, limit, Optional.empty());
  }
}
