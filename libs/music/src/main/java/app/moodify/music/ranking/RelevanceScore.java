package app.moodify.music.ranking;

import app.moodify.music.taste.Listener;
import app.moodify.music.taste.PosteriorSample;
import java.util.List;
import java.util.SplittableRandom;

/** Scores candidates for a listener, without their nearness to the target. */
final class RelevanceScore {
  /** More than all else together: such music comes back only where there is no other. */
  private static final double HAD_LATELY = -10;

  private final Listener listener;
  private final RankingPolicy policy;
  private final double tasteWeight;

  RelevanceScore(Listener listener, RankingPolicy policy) {
    this.listener = listener;
    this.policy = policy;
    this.tasteWeight = policy.taste() * listener.taste().trust();
  }

  /** Returns the score of a candidate by a sample of the taste, without noise. */
  double of(Candidate candidate, PosteriorSample sample) {
    double liking = tasteWeight == 0 ? 0 : tasteWeight * sample.liking(candidate.features());
    return liking
        + policy.quality() * candidate.track().popularity()
        + policy.freshness() * candidate.freshness()
        + (listener.hadLately(candidate.track()) ? HAD_LATELY : 0);
  }

  /** Returns the score of each of the pool by a sample of the taste, with noise. */
  double[] of(List<Candidate> pool, PosteriorSample sample, long seed) {
    double[] scores = new double[pool.size()];
    for (int index = 0; index < scores.length; index++) {
      Candidate each = pool.get(index);
      scores[index] = of(each, sample) + policy.noise() * noise(each, seed);
    }
    return scores;
  }

  /** Each track has its own noise, so that other candidates do not change it. */
  private static double noise(Candidate candidate, long seed) {
    return new SplittableRandom(seed ^ candidate.track().id().hashCode()).nextDouble();
  }
}
