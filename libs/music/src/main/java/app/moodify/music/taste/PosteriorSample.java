package app.moodify.music.taste;

import app.moodify.core.mood.Emotion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;

/**
 * One sample from the posterior of what a person likes under an expression, to choose one list by:
 * Thompson sampling (Thompson 1933), tempered because the full draw explores too much, see
 * docs/decisions/0009-taste.md. What is uncertain is sampled now high, now low, and so gets
 * explored. Not thread-safe.
 */
public final class PosteriorSample {
  private final Taste taste;
  private final Emotion emotion;
  private final double temper;
  private final long seed;
  private final Map<Feature, Double> logits = new HashMap<>();

  /**
   * Draws; the same arguments give the same sample.
   *
   * @param temper how far to draw from the mean: 0 for the mean itself (greedy), 1 for plain
   *     Thompson sampling
   * @param seed of the draws
   */
  public PosteriorSample(Taste taste, Emotion emotion, double temper, long seed) {
    this.taste = taste;
    this.emotion = emotion;
    this.temper = temper;
    this.seed = seed;
  }

  /**
   * Returns the sampled probability that a track with these features is liked; 0.5 for a track of
   * which nothing is known. Features of one kind count as one, so that a track with many tags is
   * not rated by its tags alone.
   */
  public double liking(List<Feature> features) {
    double[] sums = new double[Feature.Kind.values().length];
    int[] counts = new int[sums.length];
    for (Feature feature : features) {
      sums[feature.kind().ordinal()] += logit(feature);
      counts[feature.kind().ordinal()]++;
    }
    double logit = 0;
    for (int kind = 0; kind < sums.length; kind++) {
      logit += counts[kind] == 0 ? 0 : sums[kind] / counts[kind];
    }
    return 1 / (1 + Math.exp(-logit));
  }

  /** Returns the sampled logit of one feature: above 0 if it is liked. */
  public double logit(Feature feature) {
    return logits.computeIfAbsent(feature, this::draw);
  }

  /** Each feature has its own randomness, so that other candidates do not change its sample. */
  private double draw(Feature feature) {
    BetaCounts overall = taste.overall(feature);
    BetaCounts specific = taste.under(emotion, feature);
    double share = Taste.specificity(specific);
    double mean = share * specific.mean() + (1 - share) * overall.mean();
    if (temper == 0) {
      return logit(mean);
    }
    SplittableRandom random =
        new SplittableRandom(seed ^ (feature.kind().key() + ':' + feature.value()).hashCode());
    double drawn = share * sample(specific, random) + (1 - share) * sample(overall, random);
    return logit(mean + temper * (drawn - mean));
  }

  private static double sample(BetaCounts counts, SplittableRandom random) {
    return ChengBetaSampler.of(random::nextLong, counts.alpha(), counts.beta()).sample();
  }

  private static double logit(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
