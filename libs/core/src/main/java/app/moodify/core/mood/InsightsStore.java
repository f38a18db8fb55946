package app.moodify.core.mood;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * People's statistics, and what they are counted from. Implementations are thread-safe; every
 * method throws {@link ServiceUnavailableException} if the store cannot be reached.
 */
public interface InsightsStore {

  /**
   * One revision of a person's statistics.
   *
   * @param countedAt when the entries were read that they were counted from; empty if there are no
   *     statistics
   * @param state names the revision, in the store's own words
   */
  record Revision(Optional<Instant> countedAt, Optional<String> state) {}

  /** Returns the present revision of a person's statistics. */
  Revision revision(String uid);

  /** Returns the entries that have an expression, the oldest first. */
  List<MoodMoment> moments(String uid);

  /** Returns the person's time zone: what their profile says, else UTC. */
  ZoneId zone(String uid);

  /**
   * Stores statistics if nobody has since their entries were read (a compare-and-set).
   *
   * @param insights empty if there is nothing to count: then there are no statistics either
   * @param countedAt when the entries were read
   * @param before the revision before the entries were read
   * @return whether they were stored; otherwise somebody else was faster
   */
  boolean store(String uid, Revision before, Optional<MoodStatistics> insights, Instant countedAt);
}
