package app.moodify.core.mood;

import app.moodify.core.EnumKeys;
import java.util.Locale;
import java.util.Optional;

/** Where a mood entry comes from. */
public enum MoodSource {
  /** An expression read from a photo. */
  PHOTO,
  /** Picked by hand. */
  MANUAL;

  /** Returns the name used in Firestore, such as {@code photo}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the source with this {@link #key()}, or nothing for any other text, also null. */
  public static Optional<MoodSource> fromKey(String key) {
    return EnumKeys.find(values(), MoodSource::key, key);
  }
}
