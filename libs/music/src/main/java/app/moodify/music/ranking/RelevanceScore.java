package app.moodify.music.ranking;

import app.moodify.music.taste.Listener;
import app.moodify.music.taste.PosteriorSample;
import java.util.List;
import java.util.SplittableRandom;

/** What candidates are worth to a listener, without their nearness to the target. */
final class RelevanceScore {
  /** More than all else together: heard music comes back only where there is no other. */
  private static final double HEARD_LATELY = -10;

  private final Listener listener;
  private final RankingPolicy policy;
  private final double tasteWeight;

  RelevanceScore(Listener listener, RankingPolicy policy) {
    this.listener = listener;
    this.policy = policy;
    this.tasteWeight = policy.taste() * listener.taste().trust();
  }

  /** Returns what a candidate is worth by a guess at the taste, without any chance. */
  double of(Candidate candidate, PosteriorSample draw) {
    double liking = tasteWeight == 0 ? 0 : tasteWeight * draw.liking(candidate.features());
    return liking
        + policy.quality() * candidate.track().popularity()
        + policy.freshness() * candidate.freshness()
        + (listener.heardLately(candidate.track()) ? HEARD_LATELY : 0);
  }

  /** Returns what each of the pool is worth by a guess at the taste and by chance. */
  double[] of(List<Candidate> pool, PosteriorSample draw, long seed) {
    double[] marks = new double[pool.size()];
    for (int index = 0; index < marks.length; index++) {
      Candidate each = pool.get(index);
      marks[index] = of(each, draw) + policy.chance() * chance(each, seed);
    }
    return marks;
  }

  /** Each track has its own chance, so that other candidates do not change it. */
  private static double chance(Candidate candidate, long seed) {
    return new SplittableRandom(seed ^ candidate.track().id().hashCode()).nextDouble();
  }
}
