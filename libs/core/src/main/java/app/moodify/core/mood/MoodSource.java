package app.moodify.core.mood;

import app.moodify.core.EnumKeys;
import app.moodify.core.Keyed;
import java.util.Optional;

/** Where a mood entry comes from. */
public enum MoodSource implements Keyed {
  /** An expression read from a photo. */
  PHOTO,
  /** Picked by hand. */
  MANUAL;

  /** Returns the source with this {@link #key()}, or nothing for any other text, also null. */
  public static Optional<MoodSource> fromKey(String key) {
    return EnumKeys.find(values(), key);
  }
}
