package app.moodify.music;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.Recipe;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackTraits;
import app.moodify.music.text.Titles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Moodify originals: recipes of music that the page makes itself, spread evenly over the plane of
 * valence and arousal. Needs no network, so that there is always music.
 */
public final class BuiltInCatalogue implements Catalogue {
  private static final String NAME = "Moodify originals";
  private static final String ARTIST = "Moodify";
  private static final int SIZE = 256;

  /** A bar of four beats lasts this many seconds at one beat per minute. */
  private static final double SECONDS_TIMES_TEMPO_OF_A_BAR = 240;

  /** Nobody counts who listens to them. */
  private static final double POPULARITY = 0.5;

  private final List<Track> tracks;

  /** Makes the catalogue; every instance has the same tracks. */
  public BuiltInCatalogue() {
    Titles titles = new Titles();
    List<Track> made = new ArrayList<>();
    for (int number = 1; number <= SIZE; number++) {
      made.add(make(number, titles));
    }
    tracks = List.copyOf(made);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Track> find(Query query) {
    return tracks.stream()
        .sorted(Comparator.comparingDouble(track -> track.affect().distanceTo(query.target())))
        .limit(query.size())
        .toList();
  }

  private static Track make(int number, Titles titles) {
    Affect affect = new Affect(spread(number, 2), spread(number, 3));
    return new Track(
        String.format(Locale.ROOT, "moodify-%03d", number),
        NAME,
        titles.next(affect),
        ARTIST,
        Optional.empty(),
        duration(number, affect),
        affect,
        traits(affect),
        POPULARITY,
        Optional.empty(),
        Optional.of(new Recipe(number, affect)),
        Optional.empty());
  }

  /**
   * The Halton sequence (Halton 1960): with the bases 2 and 3 it fills the square more evenly than
   * random points do, however many there are. Rounded, so that the numbers read well.
   */
  private static double spread(int index, int base) {
    double value = 0;
    double fraction = 1;
    for (int rest = index; rest > 0; rest /= base) {
      fraction /= base;
      value += fraction * (rest % base);
    }
    return Math.round((2 * value - 1) * 100) / 100.0;
  }

  /** What the page's composer makes of a recipe, in the words of other catalogues. */
  private static TrackTraits traits(Affect affect) {
    List<String> tags =
        List.of(
            affect.valence() >= 0 ? "positive" : "melancholic",
            affect.arousal() >= 0 ? "energetic" : "calm");
    return new TrackTraits(
        Optional.empty(), tags, Optional.of(Speed.ofBpm(tempo(affect))), Optional.of(true));
  }

  /**
   * How long the composer makes the piece of a recipe, to the second: whole phrases of four bars of
   * four beats; lively pieces are short, quiet ones take their time. The same formula is in the
   * page's {@code hosting/src/composer/character.ts}.
   */
  private static int duration(int seed, Affect affect) {
    double secondsOfAPhrase = 4 * SECONDS_TIMES_TEMPO_OF_A_BAR / tempo(affect);
    double seconds = 170 - 45 * affect.arousal() + Math.floorMod(seed * 7, 16);
    return (int) Math.round(Math.round(seconds / secondsOfAPhrase) * secondsOfAPhrase);
  }

  /** In beats per minute, as the page renders it. */
  private static long tempo(Affect affect) {
    return Math.round(110 + 50 * affect.arousal());
  }
}
