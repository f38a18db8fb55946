package app.moodify.upkeep;

import app.moodify.core.person.ErasureLog;
import app.moodify.privacy.Erasure;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Brings erasures to their end whose function, or whose person, is gone; and looks once more for
 * what came back, when no ID token of the person is good any more.
 */
final class PendingErasures implements Job {
  /** Whoever has begun one is at it for a minute at most. */
  private static final Duration ABANDONED = Duration.ofMinutes(5);

  private static final int BATCH_SIZE = 100;

  private final ErasureLog log;
  private final Erasure erasure;
  private final Clock clock;

  PendingErasures(ErasureLog log, Erasure erasure, Clock clock) {
    this.log = log;
    this.erasure = erasure;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    int ended = 0;
    for (String uid : log.dueBefore(clock.instant().minus(ABANDONED), BATCH_SIZE)) {
      Instant now = clock.instant();
      if (now.isBefore(end) && erasure.erase(uid, Duration.between(now, end)).ended()) {
        ended++;
      }
    }
    return ended + " brought to their end";
  }
}
