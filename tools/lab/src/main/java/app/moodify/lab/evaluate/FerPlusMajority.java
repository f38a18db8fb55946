package app.moodify.lab.evaluate;

import java.util.List;
import java.util.Optional;

/** The label that FER+'s ten raters agree on (Barsoum et al. 2016, "majority"). */
final class FerPlusMajority {
  /** Neutral to contempt; the columns after these are unknown and not-a-face. */
  private static final int EXPRESSIONS = 8;

  private FerPlusMajority() {}

  /**
   * Returns the place of the majority's class among FER+'s columns, 0 (neutral) to 7 (contempt).
   * Single votes are dropped as slips; then more than half of what is left must agree. Nothing if
   * they do not, or agree on unknown or not-a-face.
   */
  static Optional<Integer> of(List<Integer> votes) {
    int total = 0;
    int first = 0;
    for (int i = 0; i < votes.size(); i++) {
      total += kept(votes.get(i));
      if (votes.get(i) > votes.get(first)) {
        first = i;
      }
    }
    boolean majority = 2 * kept(votes.get(first)) > total;
    return majority && first < EXPRESSIONS ? Optional.of(first) : Optional.empty();
  }

  private static int kept(int votes) {
    return votes > 1 ? votes : 0;
  }
}
