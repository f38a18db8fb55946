package app.moodify.music.ranking;

import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Reason;
import app.moodify.core.music.Reason.Code;
import app.moodify.music.taste.BetaCounts;
import app.moodify.music.taste.Feature;
import app.moodify.music.taste.Listener;
import app.moodify.music.taste.PosteriorSample;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What raised a track above others besides its nearness to the target: taste, popularity,
 * freshness.
 */
final class ScoreContribution {
  /** A gain over the average candidate that is worth a word: a hundredth of the weight of fit. */
  private static final double WORTH_A_WORD = 0.01;

  /** Liked once, a while ago, is enough to say so; half heard through is not. */
  private static final double LIKED = 0.6;

  private static final double POPULAR = 0.8;
  private static final Duration NEW = Duration.ofDays(180);

  private final Emotion emotion;
  private final Listener listener;
  private final PosteriorSample sample;
  private final RankingPolicy policy;
  private final Map<Feature.Kind, Double> averageLogits = new EnumMap<>(Feature.Kind.class);
  private final double averagePopularity;
  private final double averageFreshness;

  private record Contribution(Reason reason, double gain) {}

  ScoreContribution(
      List<Candidate> pool,
      Emotion emotion,
      Listener listener,
      PosteriorSample sample,
      RankingPolicy policy) {
    this.emotion = emotion;
    this.listener = listener;
    this.sample = sample;
    this.policy = policy;
    for (Candidate each : pool) {
      each.features()
          .forEach(
              feature ->
                  averageLogits.merge(
                      feature.kind(),
                      sample.logit(feature) / count(each, feature) / pool.size(),
                      Double::sum));
    }
    averagePopularity =
        pool.stream().mapToDouble(each -> each.track().popularity()).average().orElse(0);
    averageFreshness = pool.stream().mapToDouble(Candidate::freshness).average().orElse(0);
  }

  /** Returns what raised a candidate above the average, the most first; may be nothing. */
  List<Reason> of(Candidate chosen) {
    List<Contribution> contributions = new ArrayList<>();
    chosen.features().forEach(feature -> liked(chosen, feature).ifPresent(contributions::add));
    if (chosen.track().popularity() >= POPULAR) {
      double gain = policy.quality() * (chosen.track().popularity() - averagePopularity);
      contributions.add(new Contribution(Reason.of(Code.POPULAR), gain));
    }
    if (chosen.track().released().filter(this::isNew).isPresent()) {
      double gain = policy.freshness() * (chosen.freshness() - averageFreshness);
      contributions.add(new Contribution(Reason.of(Code.NEW_RELEASE), gain));
    }
    return contributions.stream()
        .filter(contribution -> contribution.gain >= WORTH_A_WORD)
        .sorted(Comparator.comparingDouble(contribution -> -contribution.gain))
        .map(Contribution::reason)
        .toList();
  }

  private Optional<Contribution> liked(Candidate chosen, Feature feature) {
    BetaCounts overall = listener.taste().overall(feature);
    BetaCounts specific = listener.taste().under(emotion, feature);
    if (overall.liked() < LIKED || overall.mean() <= 0.5) {
      return Optional.empty();
    }
    double gain =
        policy.taste()
            * listener.taste().trust()
            * slope(sample.liking(chosen.features()))
            * (sample.logit(feature) / count(chosen, feature)
                - averageLogits.getOrDefault(feature.kind(), 0.0));
    boolean underEmotion = specific.liked() >= LIKED && specific.mean() > 0.5;
    Reason reason =
        new Reason(
            code(feature.kind()),
            Optional.of(feature.value()),
            underEmotion ? Optional.of(emotion) : Optional.empty());
    return Optional.of(new Contribution(reason, gain));
  }

  /** How much of a change of the logit arrives in the liking: the logistic function's slope. */
  private static double slope(double liking) {
    return liking * (1 - liking);
  }

  /** Features of one kind share the weight of one. */
  private static long count(Candidate candidate, Feature feature) {
    return candidate.features().stream().filter(each -> each.kind() == feature.kind()).count();
  }

  private boolean isNew(LocalDate released) {
    LocalDate today = LocalDate.ofInstant(listener.now(), ZoneOffset.UTC);
    return released.isAfter(today.minusDays(NEW.toDays()));
  }

  private static Code code(Feature.Kind kind) {
    return switch (kind) {
      case TAG -> Code.LIKED_TAG;
      case GENRE -> Code.LIKED_GENRE;
      case SPEED -> Code.LIKED_SPEED;
      case VOICE -> Code.LIKED_VOICE;
      case SOURCE -> Code.LIKED_SOURCE;
    };
  }
}
