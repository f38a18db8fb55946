package app.moodify.core.mood;

import app.moodify.core.EnumKeys;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells that something happened to a mood entry that counts in its person's statistics.
 *
 * @param id the entry
 * @param kind what happened
 * @param at when it was told; a repeated event may tell the same with a later time
 */
public record MoodEvent(MoodId id, Kind kind, Instant at) {

  /** What can happen to an entry. */
  public enum Kind {
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

    /** Returns the name used in messages, such as {@code analyzed}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind with this {@link #key()}, or nothing for any other text, also null. */
    public static Optional<Kind> fromKey(String key) {
      return EnumKeys.find(values(), Kind::key, key);
    }
  }
}
