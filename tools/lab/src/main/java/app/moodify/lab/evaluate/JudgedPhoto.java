package app.moodify.lab.evaluate;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import java.util.Optional;

/**
 * A labelled photo and what became of it.
 *
 * @param label the photo and its label
 * @param analysis empty if the photo cannot be read
 */
record JudgedPhoto(PhotoLabel label, Optional<PhotoAnalysis> analysis) {

  boolean isFaceFound() {
    return analysis.map(each -> each.faces() > 0).orElse(false);
  }

  /** The most likely emotion, also where the model is not sure of it. */
  Optional<Emotion> answer() {
    return analysis.flatMap(PhotoAnalysis::scores).map(EmotionScores::best);
  }

  boolean isRight() {
    return answer().filter(label.expected()::equals).isPresent();
  }

  boolean isSure() {
    return analysis.map(each -> each.status() == MoodStatus.READY).orElse(false);
  }
}
