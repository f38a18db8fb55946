package app.moodify.music.taste;

import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.LearnedTaste;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person likes: for each feature, and for each feature under each expression, what speaks
 * for and against it. Worked out from the feedback as it is now, so that feedback that is taken
 * back leaves no trace. Immutable.
 */
public final class Taste {
  /** Tastes change: each piece of feedback makes those before it count this much. */
  private static final double DECAY = 0.99;

  /** A person's own feedback outweighs the average half at this many pieces. */
  private static final double HALF_KNOWN = 20;

  /** What is known under one expression outweighs what is known over all half at this much. */
  private static final double HALF_SPECIFIC = 8;

  /** Nothing is known. */
  public static final Taste UNKNOWN = of(List.of());

  private final Map<Feature, BetaCounts> overall = new HashMap<>();
  private final Map<Emotion, Map<Feature, BetaCounts>> byEmotion = new HashMap<>();
  private final List<Feedback> feedback;
  private final int events;

  private Taste(List<Feedback> feedback, int events) {
    this.feedback = feedback;
    this.events = events;
  }

  /**
   * Learns from feedback.
   *
   * @param feedback the oldest first
   */
  public static Taste of(List<Feedback> feedback) {
    List<Feedback> informative =
        feedback.stream().filter(each -> RewardModel.of(each).amount() > 0).toList();
    Taste taste = new Taste(List.copyOf(feedback), informative.size());
    double weight = 1;
    for (int newest = informative.size() - 1; newest >= 0; newest--) {
      taste.add(informative.get(newest), weight);
      weight *= DECAY;
    }
    return taste;
  }

  /** Returns how far the taste is to be trusted: 0 if nothing is known, towards 1 for much. */
  public double trust() {
    return events / (events + HALF_KNOWN);
  }

  /** Returns what is known of a feature over all expressions. */
  public BetaCounts overall(Feature feature) {
    return overall.getOrDefault(feature, BetaCounts.NONE);
  }

  /** Returns what is known of a feature under one expression. */
  public BetaCounts under(Emotion emotion, Feature feature) {
    return byEmotion.getOrDefault(emotion, Map.of()).getOrDefault(feature, BetaCounts.NONE);
  }

  /** Returns the share, in [0, 1), that {@link #under} has in what is thought of a feature. */
  static double specificity(BetaCounts underEmotion) {
    return underEmotion.amount() / (underEmotion.amount() + HALF_SPECIFIC);
  }

  /** Returns all that was learned, in an order that is always the same. */
  public LearnedTaste learned() {
    List<LearnedTaste.Feature> features = new ArrayList<>(features(overall, Optional.empty()));
    byEmotion.forEach((emotion, map) -> features.addAll(features(map, Optional.of(emotion))));
    features.sort(
        Comparator.comparing(LearnedTaste.Feature::kind)
            .thenComparing(LearnedTaste.Feature::value)
            .thenComparing(each -> each.emotion().map(Emotion::key).orElse("")));
    return new LearnedTaste(features, events, feedback);
  }

  private void add(Feedback feedback, double weight) {
    BetaCounts reward = RewardModel.of(feedback).times(weight);
    for (Feature feature : Feature.of(feedback.source(), feedback.traits())) {
      overall.merge(feature, reward, BetaCounts::plus);
      feedback
          .emotion()
          .ifPresent(
              emotion ->
                  byEmotion
                      .computeIfAbsent(emotion, none -> new HashMap<>())
                      .merge(feature, reward, BetaCounts::plus));
    }
  }

  private static List<LearnedTaste.Feature> features(
      Map<Feature, BetaCounts> counts, Optional<Emotion> emotion) {
    return counts.entrySet().stream()
        .map(
            each ->
                new LearnedTaste.Feature(
                    each.getKey().kind().key(),
                    each.getKey().value(),
                    emotion,
                    each.getValue().liked(),
                    each.getValue().disliked()))
        .toList();
  }
}
