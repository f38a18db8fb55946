package app.moodify.core.music;

import app.moodify.core.EnumKeys;
import app.moodify.core.Keyed;
import app.moodify.core.mood.Emotion;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a person did with a track that was on a playlist of theirs. There is one for each track, the
 * newest; taking it back deletes it.
 *
 * @param trackId the track
 * @param source the track's catalogue
 * @param artistId the track's artist, where it has one
 * @param traits what the track's catalogue says of its sound
 * @param verdict what they did
 * @param playedShare how much of it they heard, in [0, 1], where that is known
 * @param emotion the expression it was heard under, where that is known
 * @param at when
 */
public record Feedback(
    String trackId,
    String source,
    Optional<String> artistId,
    TrackTraits traits,
    Opinion verdict,
    OptionalDouble playedShare,
    Optional<Emotion> emotion,
    Instant at) {

  /** What a person can do with a track. */
  public enum Opinion implements Keyed {
    /** Said that they like it. */
    LIKE,
    /** Said that they do not like it. */
    DISLIKE,
    /** Went on before 30 seconds were over. */
    SKIP,
    /** Heard it, some of it or to the end. */
    PLAYED;

    /** Returns the verdict with this {@link #key()}, or nothing for any other text, also null. */
    public static Optional<Opinion> fromKey(String key) {
      return EnumKeys.find(values(), key);
    }
  }
}
