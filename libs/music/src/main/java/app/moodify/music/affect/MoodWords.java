package app.moodify.music.affect;

import app.moodify.core.mood.Affect;
import java.util.Optional;

/** The catalogues' words for moods: free tags, and Audius's moods. Letters' case is no matter. */
public final class MoodWords {
  private MoodWords() {}

  /** Returns what music with this word sounds like, or nothing for a word for something else. */
  public static Optional<Affect> placeOf(String word) {
    return AffectTables.STANDARD.word(word);
  }

  /** Returns whether this is a word for a mood. */
  public static boolean isOne(String word) {
    return placeOf(word).isPresent();
  }
}
