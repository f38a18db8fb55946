package app.moodify.music.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts counts of streams, which differ between catalogues, on one scale: the rank. */
public final class Popularity {
  /** For what nothing is known of. */
  public static final double UNKNOWN = 0.5;

  private Popularity() {}

  /**
   * Returns each track's rank in one response of a catalogue, in the order of the counts: 0 for the
   * least heard, 1 for the most, equal counts with equal ranks, and {@link #UNKNOWN} for those of
   * unknown count. The rank is the same for any rising function of the counts, such as their
   * logarithm.
   */
  public static double[] ranks(List<Optional<Double>> counts) {
    double[] known =
        counts.stream()
            .flatMap(Optional::stream)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return counts.stream()
        .mapToDouble(count -> count.map(c -> rank(known, c)).orElse(UNKNOWN))
        .toArray();
  }

  private static double rank(double[] sorted, double count) {
    if (sorted.length == 1) {
      return UNKNOWN;
    }
    double below = Arrays.stream(sorted).filter(other -> other < count).count();
    double equal = Arrays.stream(sorted).filter(other -> other == count).count();
    return (below + (equal - 1) / 2) / (sorted.length - 1);
  }
}
