package app.moodify.core.mood;

/**
 * A place in the plane of valence (unpleasant -1 to pleasant 1) and arousal (calm -1 to excited 1),
 * after Russell's circumplex model of affect (1980).
 *
 * @param valence unpleasant to pleasant, in [-1, 1]
 * @param arousal calm to excited, in [-1, 1]
 */
public record Affect(double valence, double arousal) {

  /** Rejects coordinates that are not numbers in [-1, 1]. */
  public Affect {
    requireUnit("valence", valence);
    requireUnit("arousal", arousal);
  }

  /** Returns the Euclidean distance to another place, in [0, 2.83]. */
  public double distanceTo(Affect other) {
    return Math.hypot(valence - other.valence, arousal - other.arousal);
  }

  private static void requireUnit(String name, double value) {
    if (!(value >= -1 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in [-1, 1] but is " + value);
    }
  }
}
