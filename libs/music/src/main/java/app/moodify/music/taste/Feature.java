package app.moodify.music.taste;

import app.moodify.core.music.TrackTraits;
import app.moodify.music.affect.GenreFamilies;
import app.moodify.music.affect.MoodWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that several tracks have in common and others have not, so that a list can hold more or
 * less of it. What is the same for all candidates of a list, such as the mood they are for, is no
 * feature: nothing could be learned from it.
 *
 * @param kind what kind of feature
 * @param value which of that kind
 */
public record Feature(Kind kind, String value) {
  /** A catalogue may give dozens of tags; the first say most. */
  private static final int TAGS = 4;

  /** The kinds of features. */
  public enum Kind {
    /** A word for the mood, in lower case. */
    TAG,
    /** A family of genres. */
    GENRE,
    /** How fast, as {@link app.moodify.core.music.Speed#key()}. */
    SPEED,
    /** {@code vocal} or {@code instrumental}. */
    VOICE,
    /** The catalogue's name. */
    SOURCE;

    /** Returns the name used in Firestore, such as {@code genre}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Returns the features of a track.
   *
   * @param source its catalogue
   * @param traits what the catalogue says of it
   */
  public static List<Feature> of(String source, TrackTraits traits) {
    List<Feature> features = new ArrayList<>(TAGS + Kind.values().length);
    for (String tag : traits.tags()) {
      if (features.size() < TAGS && MoodWords.isOne(tag)) {
        features.add(new Feature(Kind.TAG, tag.toLowerCase(Locale.ROOT)));
      }
    }
    traits
        .genre()
        .flatMap(GenreFamilies::of)
        .ifPresent(family -> features.add(new Feature(Kind.GENRE, family)));
    traits.speed().ifPresent(speed -> features.add(new Feature(Kind.SPEED, speed.key())));
    traits
        .instrumental()
        .ifPresent(
            instrumental ->
                features.add(new Feature(Kind.VOICE, instrumental ? "instrumental" : "vocal")));
    features.add(new Feature(Kind.SOURCE, source));
    return List.copyOf(features);
  }
}
