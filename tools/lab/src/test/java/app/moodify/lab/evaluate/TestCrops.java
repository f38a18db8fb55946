package app.moodify.lab.evaluate;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.lab.dataset.LabelledCrop;
import app.moodify.lab.dataset.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Judged crops for tests, as if a model had answered. */
final class TestCrops {
  private TestCrops() {}

  /** A crop whose answer has this confidence; the rest goes to the other emotions evenly. */
  static JudgedCrop judged(Emotion label, Emotion answer, double confidence) {
    return judged(label, answer, confidence, false, Optional.empty(), Optional.empty());
  }

  static JudgedCrop judged(
      Emotion label,
      Emotion answer,
      double confidence,
      boolean copyOfTraining,
      Optional<List<Integer>> votes,
      Optional<Integer> votesAnswer) {
    double[] scores = new double[Emotion.values().length];
    Arrays.fill(scores, (1 - confidence) / (scores.length - 1));
    scores[answer.ordinal()] = confidence;
    LabelledCrop crop =
        new LabelledCrop(new byte[48 * 48], label, Split.PUBLIC_TEST, votes, copyOfTraining);
    return new JudgedCrop(crop, EmotionScores.of(scores), confidence >= 0.5, votesAnswer, 2);
  }
}
