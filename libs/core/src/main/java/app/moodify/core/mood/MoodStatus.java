package app.moodify.core.mood;

import app.moodify.core.EnumKeys;
import app.moodify.core.Keyed;
import java.util.Optional;

/** Where a mood entry stands. Every status but {@link #ANALYZING} is final for its photo. */
public enum MoodStatus implements Keyed {
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

  /** Returns the status with this {@link #key()}, or nothing for any other text, also null. */
  public static Optional<MoodStatus> fromKey(String key) {
    return EnumKeys.find(values(), key);
  }
}
