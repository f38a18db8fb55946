package app.moodify.core.music;

import app.moodify.core.Keyed;
import app.moodify.core.mood.Emotion;
import java.util.Optional;

/**
 * Why a track is on a playlist. Given only where it is true of the track and raised its place.
 *
 * @param code the kind of reason; the page has a sentence for each
 * @param value the word that fills the sentence's gap, such as {@code folk}; where the code has one
 * @param emotion the expression under which that was liked; empty if it holds for all
 */
public record Reason(Code code, Optional<String> value, Optional<Emotion> emotion) {

  /** The kinds of reasons. */
  public enum Code implements Keyed {
    /** It sounds like the expression looks. */
    FITS_EXPRESSION,
    /** It begins near the expression, before the list leads on. */
    STARTS_NEAR,
    /** It is brighter or livelier than the expression. */
    LIFTS_MOOD,
    /** It is quieter than the expression. */
    CALMS_DOWN,
    /** It is lively. */
    ENERGETIC,
    /** It is quiet. */
    GENTLE,
    /** It sounds pleasant. */
    BRIGHT,
    /** It sounds dark. */
    DARK,
    /** It is slow. */
    SLOW,
    /** It is fast. */
    FAST,
    /** Its catalogue calls it what the value says, such as {@code relaxing}. */
    TAGGED,
    /** The person liked music of the genre family in the value. */
    LIKED_GENRE,
    /** The person liked music with the tag in the value. */
    LIKED_TAG,
    /** The person liked music of the speed in the value, a {@link Speed#key()}. */
    LIKED_SPEED,
    /** The person liked music with or without a voice: {@code vocal} or {@code instrumental}. */
    LIKED_VOICE,
    /** The person liked music of the source in the value. */
    LIKED_SOURCE,
    /** Many listeners of its source like it. */
    POPULAR,
    /** It came out not long ago. */
    NEW_RELEASE,
    /** It tries out what the person has hardly heard yet. */
    SOMETHING_NEW;
  }

  /** Returns a reason that needs no word more. */
  public static Reason of(Code code) {
    return new Reason(code, Optional.empty(), Optional.empty());
  }

  /** Returns a reason with the word that fills its sentence. */
  public static Reason of(Code code, String value) {
    return new Reason(code, Optional.of(value), Optional.empty());
  }
}
