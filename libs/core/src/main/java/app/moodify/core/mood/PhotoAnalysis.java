package app.moodify.core.mood;

import java.util.Optional;

/**
 * What was read from a photo.
 *
 * @param status {@link MoodStatus#READY}, {@link MoodStatus#UNSURE} or {@link MoodStatus#NO_FACE}
 * @param faces how many clear faces the photo shows
 * @param box the largest clear face, whose expression was read; empty without a face
 * @param scores its expression; empty without a face
 * @param times how long each step took
 * @param modelVersion the version of the expression model that was asked
 */
public record PhotoAnalysis(
    MoodStatus status,
    int faces,
    Optional<FaceBox> box,
    Optional<EmotionScores> scores,
    Times times,
    String modelVersion) {

  /**
   * How long the steps took, in milliseconds.
   *
   * @param decode bytes to upright pixels
   * @param detect finding and aligning the face
   * @param classify reading its expression
   * @param total all of it, waiting for a free analyzer not counted
   */
  public record Times(double decode, double detect, double classify, double total) {}

  /** Returns an analysis of a photo without a face. */
  public static PhotoAnalysis noFace(Times times, String modelVersion) {
    return new PhotoAnalysis(
        MoodStatus.NO_FACE, 0, Optional.empty(), Optional.empty(), times, modelVersion);
  }
}
