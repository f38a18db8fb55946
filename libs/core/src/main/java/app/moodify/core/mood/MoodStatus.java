package app.moodify.core.mood;

import app.moodify.core.EnumKeys;
import java.util.Locale;
import java.util.Optional;

/** Where a mood entry stands. Every status but {@link #ANALYZING} is final for its photo. */
public enum MoodStatus {
  /** The photo has arrived and is being looked at. */
  ANALYZING,
  /** The expression was read. */
  READY,
  /** An expression was read, but the model is not sure of it. */
  UNSURE,
  /** The photo shows no face. */
  NO_FACE,
  /** The photo could not be read, or Moodify gave up; the entry's error says why. */
  FAILED;

  /** Returns the name used in Firestore, in JSON and on the page, such as {@code no_face}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the status with this {@link #key()}, or nothing for any other text, also null. */
  public static Optional<MoodStatus> fromKey(String key) {
    return EnumKeys.find(values(), MoodStatus::key, key);
  }
}
