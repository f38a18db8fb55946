package app.moodify.core.mood;

import java.util.Optional;

/**
 * What became of a photo: either an analysis or an error.
 *
 * @param status the final status
 * @param analysis what was read from the photo; empty if it failed
 * @param error why it failed; empty if it did not
 */
public record Verdict(
    MoodStatus status, Optional<PhotoAnalysis> analysis, Optional<MoodError> error) {

  /** Returns the verdict that a photo was analyzed. */
  public static Verdict of(PhotoAnalysis analysis) {
    return new Verdict(analysis.status(), Optional.of(analysis), Optional.empty());
  }

  /** Returns the verdict that a photo could not be analyzed. */
  public static Verdict failed(MoodError error) {
    return new Verdict(MoodStatus.FAILED, Optional.empty(), Optional.of(error));
  }

  /** Returns the expression that was read, or nothing without a face or with an error. */
  public Optional<Emotion> emotion() {
    return analysis.flatMap(PhotoAnalysis::scores).map(EmotionScores::best);
  }
}
