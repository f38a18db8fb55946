package app.moodify.lab.evaluate;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.lab.dataset.LabelledCrop;
import java.util.Optional;

/**
 * A labelled crop and what the model made of it.
 *
 * @param crop the crop
 * @param scores as served: mean of original and mirrored
 * @param sure whether the "not sure" rule lets this answer through
 * @param votesAnswer the class that the FER+ head prefers, by its place among FER+'s columns; empty
 *     where the raters do not agree (it is not asked then), or if the model knows no votes
 * @param milliseconds that the scores took
 */
record JudgedCrop(
    LabelledCrop crop,
    EmotionScores scores,
    boolean sure,
    Optional<Integer> votesAnswer,
    double milliseconds) {

  Emotion label() {
    return crop.label();
  }

  Emotion answer() {
    return scores.best();
  }

  boolean isRight() {
    return answer() == label();
  }

  double confidence() {
    return scores.confidence();
  }
}
