package app.moodify.core.music;

import app.moodify.core.EnumKeys;
import app.moodify.core.Keyed;
import java.util.Locale;
import java.util.Optional;

/** How fast music is: the five classes of Jamendo's parameter {@code speed}. */
public enum Speed implements Keyed {
  VERY_LOW(60, 85),
  LOW(80, 105),
  MEDIUM(100, 125),
  HIGH(120, 150),
  VERY_HIGH(135, 180);

  private final int slowestBpm;
  private final int fastestBpm;

  Speed(int slowestBpm, int fastestBpm) {
    this.slowestBpm = slowestBpm;
    this.fastestBpm = fastestBpm;
  }

  /**
   * Returns the fewest beats per minute that this class is asked for with. Neighbours overlap,
   * because Jamendo names no limits; these are ours.
   */
  public int slowestBpm() {
    return slowestBpm;
  }

  /** Returns the most beats per minute that this class is asked for with. */
  public int fastestBpm() {
    return fastestBpm;
  }

  /** Returns the name used in Firestore and by Jamendo, such as {@code verylow}. */
  @Override
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** Returns the speed with this {@link #key()}, or nothing for any other text, also null. */
  public static Optional<Speed> fromKey(String key) {
    return EnumKeys.find(values(), key);
  }

  /** Returns the class whose middle is nearest to a tempo in beats per minute. */
  public static Speed ofBpm(double bpm) {
    Speed nearest = MEDIUM;
    for (Speed speed : values()) {
      if (Math.abs(bpm - speed.middle()) < Math.abs(bpm - nearest.middle())) {
        nearest = speed;
      }
    }
    return nearest;
  }

  private double middle() {
    return (slowestBpm + fastestBpm) / 2.0;
  }
}
