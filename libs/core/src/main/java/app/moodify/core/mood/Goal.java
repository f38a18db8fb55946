package app.moodify.core.mood;

import app.moodify.core.EnumKeys;
import app.moodify.core.Keyed;
import java.util.Optional;

/** What the music is to do with the person's mood. */
public enum Goal implements Keyed {
  /** Fit the mood. */
  MATCH,
  /** Lead to a brighter and livelier mood. */
  LIFT,
  /** Lead to a quieter mood. */
  CALM;

  /** Returns the goal with this {@link #key()}, or nothing for any other text, also null. */
  public static Optional<Goal> fromKey(String key) {
    return EnumKeys.find(values(), key);
  }
}
