package app.moodify.music.taste;

import app.moodify.core.mood.Emotion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;

/**
 * One guess at what a person likes under an expression, for choosing one list by: Thompson sampling
 * (Thompson 1933), tempered because the full draw explores too much, see
 * docs/decisions/0009-taste.md. What is uncertain is guessed now high, now low, and so gets its
 * chance. Not thread-safe.
 */
public final class PosteriorSample {
  private final Taste taste;
  private final Emotion emotion;
  private final double temper;
  private final long seed;
  private final Map<Feature, Double> logits = new HashMap<>();

  /**
   * Draws; the same arguments give the same guess.
   *
   * @param temper how far to follow chance: 0 for what is thought likely (greedy), 1 for plain
   *     Thompson sampling
   * @param seed where chance begins
   */
  public PosteriorSample(Taste taste, Emotion emotion, double temper, long seed) {
    this.taste = taste;
    this.emotion = emotion;
    this.temper = temper;
    this.seed = seed;
  }

  /**
   * Returns how well a track with these features is guessed to be liked, in (0, 1); 0.5 for a track
   * of which nothing is known. Features of one kind count as one, so that a track with many tags is
   * not judged by its tags alone.
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

  /** Returns what is guessed of one feature: above 0 if it is liked. */
  public double logit(Feature feature) {
    return logits.computeIfAbsent(feature, this::draw);
  }

  /** Each feature has its own chance, so that other candidates do not change the guess at it. */
  private double draw(Feature feature) {
    BetaCounts overall = taste.overall(feature);
    BetaCounts specific = taste.under(emotion, feature);
    double share = Taste.specificity(specific);
    double mean = share * specific.mean() + (1 - share) * overall.mean();
    if (temper == 0) {
      return logit(mean);
    }
    SplittableRandom chance =
        new SplittableRandom(seed ^ (feature.kind().key() + ':' + feature.value()).hashCode());
    double drawn = share * sample(specific, chance) + (1 - share) * sample(overall, chance);
    return logit(mean + temper * (drawn - mean));
  }

  private static double sample(BetaCounts evidence, SplittableRandom chance) {
    return ChengBetaSampler.of(chance::nextLong, evidence.alpha(), evidence.beta()).sample();
  }

  private static double logit(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
