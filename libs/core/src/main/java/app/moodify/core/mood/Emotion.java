package app.moodify.core.mood;

import app.moodify.core.EnumKeys;
import app.moodify.core.Keyed;
import java.util.Optional;

/**
 * The seven expressions Moodify distinguishes, in the order of FER-2013, which is also the order of
 * the model's output.
 *
 * <p>Each carries a place in the plane of valence and arousal. Russell (1980) says in which quarter
 * of the plane; the figures are ours, and a person's own feedback outweighs them.
 */
public enum Emotion implements Keyed {
  ANGRY(-0.6, 0.7),
  DISGUST(-0.7, 0.2),
  FEAR(-0.5, 0.6),
  HAPPY(0.8, 0.5),
  SAD(-0.7, -0.5),
  SURPRISE(0.2, 0.8),
  NEUTRAL(0.1, -0.2);

  private final Affect affect;

  Emotion(double valence, double arousal) {
    this.affect = new Affect(valence, arousal);
  }

  /** Returns where this emotion lies in the plane of valence and arousal. */
  public Affect affect() {
    return affect;
  }

  /** Returns the emotion with this {@link #key()}, or nothing for any other text, also null. */
  public static Optional<Emotion> fromKey(String key) {
    return EnumKeys.find(values(), key);
  }
}
