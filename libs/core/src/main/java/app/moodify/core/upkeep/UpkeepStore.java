package app.moodify.core.upkeep;

import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodError;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.PhotoReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has to be looked after in the documents. Implementations are thread-safe; every method
 * throws {@link ServiceUnavailableException} if the store cannot be reached.
 */
public interface UpkeepStore {

  /**
   * An entry whose photo is still being looked at.
   *
   * @param id the entry
   * @param photo its photo
   * @param retried whether its photo was sent once more already
   * @param state which state of the entry this is, in the store's own words
   */
  record OpenMood(MoodId id, PhotoReference photo, boolean retried, String state) {}

  /** Returns entries that nothing happened to since a time, the oldest first. */
  List<OpenMood> openMoods(Instant untouchedSince, int atMost);

  /** Notes in an entry that its photo is sent once more; returns whether it was still the same. */
  boolean markRetried(OpenMood mood, Instant at);

  /** Stores in an entry why it failed; returns whether it was still the same. */
  boolean fail(OpenMood mood, MoodError error, Instant at);

  /**
   * An entry that nothing was read from and that nobody kept in time.
   *
   * @param id the entry
   * @param photo its photo
   * @param state which state of the entry this is, in the store's own words
   */
  record UnkeptMood(MoodId id, PhotoReference photo, String state) {}

  /** Returns entries whose time to be kept was over before a time, the oldest first. */
  List<UnkeptMood> unkeptMoods(Instant expiredBefore, int atMost);

  /** Deletes such an entry; returns whether it was still the same. */
  boolean delete(UnkeptMood mood);

  /**
   * Looks at a batch of documents that are kept for a time only, and deletes those whose time is
   * over.
   *
   * @param from the cursor of the batch before; empty for the first one
   * @return the names of those deleted
   */
  Batch<String> deleteExpired(Expiring kind, Instant now, Optional<String> from);

  /**
   * Returns a batch of entries that were made within a time, in the order in which they were made.
   *
   * @param from the cursor of the batch before; empty for the first one
   */
  Batch<MoodId> moodsMade(Instant after, Instant before, Optional<String> from);

  /** Writes an entry without a change, so that whoever waits for writes hears of it once more. */
  void touch(MoodId id, Instant at);

  /** What is kept for a time only. */
  enum Expiring {
    /** Answers of catalogues. */
    CATALOGUE_ANSWERS,
    /** How often people called lately. */
    RATE_LIMITS,
    /** What happened with people's accounts. */
    SECURITY_EVENTS
  }

  /** Returns where a long job stopped; empty if it is to begin anew. */
  Optional<String> progress(String job);

  /** Notes where a long job is; empty when it is through. */
  void noteProgress(String job, Optional<String> at);
}
