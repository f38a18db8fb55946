package app.moodify.music.affect;

import app.moodify.core.music.Track;
import java.util.Optional;

/** Puts the catalogues' many words for genres into few families. */
public final class GenreFamilies {
  private GenreFamilies() {}

  /**
   * Returns the family of a track's genre, such as {@code electronic} for {@code Deep House}, or
   * nothing if the track names no genre or an unknown one.
   */
  public static Optional<String> of(Track track) {
    return track.traits().genre().flatMap(GenreFamilies::of);
  }

  /** Returns the family of a genre, or nothing for a word that is no known genre. */
  public static Optional<String> of(String genre) {
    return AffectTables.STANDARD.genreFamily(genre);
  }
}
