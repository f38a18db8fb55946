package app.moodify.music.ranking;

import java.util.List;
import java.util.Set;

/**
 * How similar the tracks of a pool are, so that a list varies. Computes each row once, when it is
 * asked for. Not thread-safe.
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

  /** Returns how similar one of the pool is to each of the pool; not to be written to. */
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

  /** Returns 0 for tracks that have nothing in common, 1 for equal ones and those of one artist. */
  static double of(Candidate one, Candidate other) {
    if (one.artistKey().equals(other.artistKey())) {
      return 1;
    }
    double similarity = TAGS * jaccard(one.tags(), other.tags());
    if (one.family().isPresent() && one.family().equals(other.family())) {
      similarity += FAMILY;
    }
    if (one.track().source().equals(other.track().source())) {
      similarity += SOURCE;
    }
    return similarity;
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
