package app.moodify.music.ranking;

import java.util.List;
import java.util.Set;

/**
 * How alike the tracks of a pool are, so that a list does not say the same thing fifteen times.
 * Works out what is asked for, once. Not thread-safe.
 */
final class Similarity {
  private static final double TAGS = 0.6;
  private static final double FAMILY = 0.3;
  private static final double SOURCE = 0.1;

  private final List<Candidate> pool;
  private final double[][] rows;

  Similarity(List<Candidate> pool) {
    this.pool = pool;
    this.rows = new double[pool.size()][];
  }

  /** Returns how like one of the pool is to each of the pool; not to be written to. */
  double[] to(int one) {
    if (rows[one] == null) {
      double[] row = new double[pool.size()];
      for (int other = 0; other < row.length; other++) {
        row[other] = of(pool.get(one), pool.get(other));
      }
      rows[one] = row;
    }
    return rows[one];
  }

  /** Returns 0 for tracks that have nothing in common, 1 for tracks of one maker, or alike. */
  static double of(Candidate one, Candidate other) {
    if (one.maker().equals(other.maker())) {
      return 1;
    }
    double likeness = TAGS * jaccard(one.tags(), other.tags());
    if (one.family().isPresent() && one.family().equals(other.family())) {
      likeness += FAMILY;
    }
    if (one.track().source().equals(other.track().source())) {
      likeness += SOURCE;
    }
    return likeness;
  }

  /** The size of the intersection over that of the union; 0 for two empty sets. */
  static double jaccard(Set<String> one, Set<String> other) {
    int common = 0;
    for (String tag : one) {
      if (other.contains(tag)) {
        common++;
      }
    }
    int all = one.size() + other.size() - common;
    return all == 0 ? 0 : (double) common / all;
  }
}
