package app.moodify.music.ranking;

import java.util.Set;

/** How alike two tracks are, so that a list does not say the same thing fifteen times. */
final class Likeness {
  private static final double TAGS = 0.6;
  private static final double FAMILY = 0.3;
  private static final double SOURCE = 0.1;

  private Likeness() {}

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
