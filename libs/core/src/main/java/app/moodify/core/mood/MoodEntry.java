package app.moodify.core.mood;

import java.util.Optional;

/**
 * A mood entry as it stands in the store.
 *
 * @param status where it stands
 * @param source where it comes from
 * @param goal what the person wants of the music, if they said so
 * @param shuffle how many times they asked for other music
 * @param correction the expression the person says it is, if they corrected Moodify
 * @param emotion the expression that was read, or that the person picked by hand
 * @param scores how likely each expression is; empty without a face, and for a mood picked by hand
 * @param photo the photo it was read from; empty for a mood picked by hand
 * @param error why it failed; empty if it did not
 */
public record MoodEntry(
    MoodStatus status,
    MoodSource source,
    Optional<Goal> goal,
    int shuffle,
    Optional<Emotion> correction,
    Optional<Emotion> emotion,
    Optional<EmotionScores> scores,
    Optional<StoredPhoto> photo,
    Optional<MoodError> error) {

  /**
   * The photo of an entry.
   *
   * @param path the object's name; another one once it is kept
   * @param generation the generation that was uploaded
   * @param size bytes
   * @param kept whether it is in the bucket: until its verdict, and after it if its person keeps it
   */
  public record StoredPhoto(String path, long generation, long size, boolean kept) {}
}
