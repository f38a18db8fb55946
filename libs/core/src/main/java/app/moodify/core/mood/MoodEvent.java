package app.moodify.core.mood;

import app.moodify.core.EnumKeys;
import app.moodify.core.Keyed;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a mood entry and counts in its person's statistics.
 *
 * @param id the entry
 * @param kind what happened
 * @param at when it was published; a repeated event may have a later time
 */
public record MoodEvent(MoodId id, Kind kind, Instant at) {

  /** What can happen to an entry. */
  public enum Kind implements Keyed {
    /** Its photo has its verdict. */
    ANALYZED,
    /** The person picked a mood by hand. */
    PICKED,
    /** The person said, or took back, that their expression is another one. */
    CORRECTED,
    /** The person asked for music with another goal. */
    AIMED,
    /** The person deleted it. */
    DELETED;

    /** Returns the kind with this {@link #key()}, or nothing for any other text, also null. */
    public static Optional<Kind> fromKey(String key) {
      return EnumKeys.find(values(), key);
    }
  }
}
