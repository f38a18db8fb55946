package app.moodify.core.mood;

import app.moodify.core.EnumKeys;
import java.util.Locale;
import java.util.Optional;

/** What the music is to do with the person's mood. */
public enum Goal {
  /** Fit the mood. */
  MATCH,
  /** Lead to a brighter and livelier mood. */
  LIFT,
  /** Lead to a quieter mood. */
  CALM;

  /** Returns the name used in Firestore, in JSON and on the page, such as {@code lift}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the goal with this {@link #key()}, or nothing for any other text, also null. */
  public static Optional<Goal> fromKey(String key) {
    return EnumKeys.find(values(), Goal::key, key);
  }
}
