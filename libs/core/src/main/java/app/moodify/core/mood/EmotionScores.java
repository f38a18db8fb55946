package app.moodify.core.mood;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How likely each of the seven expressions is: a probability for every {@link Emotion}, together 1.
 *
 * @param byEmotion one probability for each emotion, in the order of {@link Emotion}
 */
public record EmotionScores(Map<Emotion, Double> byEmotion) {
  private static final double ROUNDING = 1e-3;

  /** Rejects scores that are not a probability for each emotion. */
  public EmotionScores {
    if (byEmotion.size() != Emotion.values().length) {
      throw new IllegalArgumentException("Scores are needed for all seven emotions: " + byEmotion);
    }
    double sum = 0;
    for (double score : byEmotion.values()) {
      if (!(score >= 0 && score <= 1 + ROUNDING)) {
        throw new IllegalArgumentException("A score must be in [0, 1] but is " + score);
      }
      sum += score;
    }
    if (Math.abs(sum - 1) > ROUNDING) {
      throw new IllegalArgumentException("Scores must add up to 1 but add up to " + sum);
    }
    byEmotion = Collections.unmodifiableMap(new EnumMap<>(byEmotion));
  }

  /** Returns scores from seven probabilities in the order of {@link Emotion}. */
  public static EmotionScores of(double... probabilities) {
    Emotion[] emotions = Emotion.values();
    if (probabilities.length != emotions.length) {
      throw new IllegalArgumentException(
          "Seven probabilities are needed: " + Arrays.toString(probabilities));
    }
    Map<Emotion, Double> scores = new EnumMap<>(Emotion.class);
    for (Emotion emotion : emotions) {
      scores.put(emotion, probabilities[emotion.ordinal()]);
    }
    return new EmotionScores(scores);
  }

  /** Returns scores that are all on one emotion, as when a person names the mood. */
  public static EmotionScores certain(Emotion emotion) {
    double[] probabilities = new double[Emotion.values().length];
    probabilities[emotion.ordinal()] = 1;
    return of(probabilities);
  }

  /** Returns the probability of an emotion, in [0, 1]. */
  public double of(Emotion emotion) {
    return byEmotion.get(emotion);
  }

  /** Returns the emotions from the most to the least likely; ties in the order of the enum. */
  public List<Emotion> ranked() {
    return Arrays.stream(Emotion.values())
        .sorted(Comparator.comparingDouble((Emotion emotion) -> -of(emotion)))
        .toList();
  }

  /** Returns the most likely emotion. */
  public Emotion best() {
    return ranked().get(0);
  }

  /** Returns the probability of the most likely emotion. */
  public double confidence() {
    return of(best());
  }

  /** Returns by how much the most likely emotion leads the second, in [0, 1]. */
  public double margin() {
    List<Emotion> ranked = ranked();
    return of(ranked.get(0)) - of(ranked.get(1));
  }

  /** Returns the expected affect: each emotion's place, weighted by its probability. */
  public Affect affect() {
    double valence = 0;
    double arousal = 0;
    for (Emotion emotion : Emotion.values()) {
      valence += of(emotion) * emotion.affect().valence();
      arousal += of(emotion) * emotion.affect().arousal();
    }
    return new Affect(valence, arousal);
  }
}
