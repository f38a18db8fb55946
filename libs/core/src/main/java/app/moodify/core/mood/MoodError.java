package app.moodify.core.mood;

/**
 * Why a mood entry failed.
 *
 * @param code for programs, such as {@code damaged}
 * @param message a sentence for the person that names the way out
 */
public record MoodError(String code, String message) {
  /** The photo was deleted before it could be read. */
  public static final MoodError PHOTO_GONE =
      new MoodError(
          "photo_gone", "The photo was deleted before it was read. Please upload it again.");

  /** A service stayed out of reach for so long that Moodify no longer tries. */
  public static final MoodError GAVE_UP =
      new MoodError(
          "gave_up", "Reading this photo did not work for over an hour. Please upload it again.");

  /** The person has not agreed that their photos are read, or does so no longer. */
  public static final MoodError NO_CONSENT =
      new MoodError(
          "no_consent",
          "Photos are read only if you agree, and you have not. Agree, then upload the photo again.");

  /** The person has uploaded more photos than anybody may at once. */
  public static final MoodError TOO_MANY_PHOTOS =
      new MoodError(
          "too_many_photos",
          "That was a lot of photos at once. Wait a minute, then upload this one again.");

  /** Whoever read the photo stopped in its middle each time, so nobody tries any more. */
  public static final MoodError INTERRUPTED =
      new MoodError(
          "interrupted",
          "Reading this photo was interrupted three times. Please choose another photo.");

  /** Nothing was heard of the photo for a long time, and sending it once more did not help. */
  public static final MoodError STUCK =
      new MoodError("stuck", "Reading this photo was interrupted twice. Please upload it again.");
}
