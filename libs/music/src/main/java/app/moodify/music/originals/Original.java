package app.moodify.music.originals;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Recipe;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackTraits;
import app.moodify.music.text.Titles;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tracks of Moodify originals. There is one for each recipe, and its id holds the recipe, so
 * that a piece can be found again although no list of all pieces exists: {@code
 * moodify-1804289383-80-n50} has the seed 1804289383, the valence 0.80 and the arousal -0.50.
 */
public final class Original {
  /** The catalogue's name, as shown to the person. */
  public static final String SOURCE = "Moodify originals";

  private static final String ARTIST = "Moodify";

  /** Nobody counts who listens to them. */
  private static final double POPULARITY = 0.5;

  /** The page reads a seed as a number, which is exact up to 2^53: 15 digits. */
  private static final Pattern ID =
      Pattern.compile("moodify-(\\d{1,15})-(n?)(\\d{1,3})-(n?)(\\d{1,3})");

  private Original() {}

  /**
   * Returns the track of a recipe; the same recipe gives the same track.
   *
   * @param seed of the piece's randomness, not negative
   * @param affect what it is to sound like; rounded to hundredths, as it is in the id
   */
  public static Track of(long seed, Affect affect) {
    Affect rounded =
        new Affect(hundredths(affect.valence()) / 100.0, hundredths(affect.arousal()) / 100.0);
    Recipe recipe = new Recipe(seed, rounded);
    return new Track(
        id(recipe),
        SOURCE,
        Titles.of(seed, rounded),
        ARTIST,
        Optional.empty(),
        PieceTiming.seconds(recipe),
        rounded,
        traits(rounded),
        POPULARITY,
        Optional.empty(),
        Optional.of(recipe),
        Optional.empty());
  }

  /** Returns the track with this id, or nothing if it is no id of an original. */
  public static Optional<Track> find(String id) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int valence = signed(matcher.group(2), matcher.group(3));
    int arousal = signed(matcher.group(4), matcher.group(5));
    if (Math.abs(valence) > 100 || Math.abs(arousal) > 100) {
      return Optional.empty();
    }
    Track track =
        of(Long.parseLong(matcher.group(1)), new Affect(valence / 100.0, arousal / 100.0));
    return Optional.of(track).filter(found -> found.id().equals(id));
  }

  private static String id(Recipe recipe) {
    return "moodify-"
        + recipe.seed()
        + "-"
        + signed(hundredths(recipe.affect().valence()))
        + "-"
        + signed(hundredths(recipe.affect().arousal()));
  }

  /** An n for a minus, which would read as one more hyphen. */
  private static String signed(long number) {
    return number < 0 ? "n" + -number : Long.toString(number);
  }

  private static int signed(String minus, String digits) {
    return minus.isEmpty() ? Integer.parseInt(digits) : -Integer.parseInt(digits);
  }

  private static long hundredths(double coordinate) {
    return Math.round(coordinate * 100);
  }

  /** What the page's composer makes of a recipe, in the words of other catalogues. */
  private static TrackTraits traits(Affect affect) {
    List<String> tags =
        List.of(
            affect.valence() >= 0 ? "positive" : "melancholic",
            affect.arousal() >= 0 ? "energetic" : "calm");
    return new TrackTraits(
        Optional.empty(),
        tags,
        Optional.of(Speed.ofBpm(PieceTiming.tempo(affect))),
        Optional.of(true));
  }
}
