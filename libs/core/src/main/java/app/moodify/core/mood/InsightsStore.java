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
   * Where a person's statistics stand.
   *
   * @param countedAt when the entries were read that they were counted from; empty if there are no
   *     statistics
   * @param state which state of the statistics this is, in the store's own words
   */
  record MoodTransition(Optional<Instant> countedAt, Optional<String> state) {}

  /** Returns where a person's statistics stand. */
  MoodTransition standing(String uid);

  /** Returns the entries that have an expression, the oldest first. */
  List<MoodMoment> moments(String uid);

  /** Returns the person's time zone: what their profile says, else UTC. */
  ZoneId zone(String uid);

  /**
   * Stores statistics if they still stand where they stood before their entries were read.
   *
   * @param insights empty if there is nothing to count: then there are no statistics either
   * @param countedAt when the entries were read
   * @return whether they were stored; otherwise somebody else did meanwhile
   */
  boolean store(
      String uid, MoodTransition before, Optional<MoodStatistics> insights, Instant countedAt);
}
