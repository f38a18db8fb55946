package app.moodify.lab.simulate;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackTraits;
import app.moodify.music.affect.AffectEstimate;
import app.moodify.music.affect.Target;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds synthetic songs, those that a real catalogue would find for a region, with the fields that
 * it would give. Caches what it found, as Moodify does.
 */
final class SyntheticCatalogue implements Catalogue {

  /** The catalogue it behaves like. */
  enum Kind {
    /** Finds by tags, any of them, those with most of them first, of a speed; one an artist. */
    JAMENDO("Jamendo"),
    /** Finds by mood, the most popular first. */
    AUDIUS("Audius");

    private final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  private static final int LIMIT = 100;

  /** How long each song lasts. */
  private static final int SECONDS = 200;

  private final Kind kind;
  private final List<Song> songs;
  private final Map<String, List<Track>> cache = new ConcurrentHashMap<>();

  SyntheticCatalogue(Kind kind, List<Song> songs) {
    this.kind = kind;
    this.songs = List.copyOf(songs);
  }

  /** Returns where the music should lie at a place on a list of synthetic songs. */
  static Affect placeOf(int slot, Target target) {
    return target.steps().get(target.stepAt(slot * SECONDS));
  }

  @Override
  public String name() {
    return kind.title;
  }

  @Override
  public List<Track> find(Query query) {
    return cache.computeIfAbsent(query.region().key(), key -> search(query.region()));
  }

  private List<Track> search(MusicRegion region) {
    return switch (kind) {
      case JAMENDO -> byTags(region);
      case AUDIUS ->
          songs.stream()
              .filter(song -> region.moods().contains(song.mood()))
              .sorted(Comparator.comparingDouble(song -> -song.popularity()))
              .limit(LIMIT)
              .map(song -> track(song, region.place()))
              .toList();
    };
  }

  private List<Track> byTags(MusicRegion region) {
    Set<String> artists = new HashSet<>();
    return songs.stream()
        .filter(song -> !Collections.disjoint(song.tags(), region.tags()))
        .filter(song -> region.speeds().contains(song.speed()))
        .sorted(
            Comparator.comparingLong(
                    (Song song) -> -song.tags().stream().filter(region.tags()::contains).count())
                .thenComparingDouble(song -> -song.popularity()))
        .filter(song -> artists.add(song.artist()))
        .limit(LIMIT)
        .map(song -> track(song, region.place()))
        .toList();
  }

  /** What a catalogue gives of a song: its words, but not what it sounds like. */
  Track track(Song song, Affect region) {
    boolean tagged = kind == Kind.JAMENDO;
    List<String> tags =
        tagged ? song.tags() : List.of(song.mood().toLowerCase(Locale.ROOT), song.tags().get(0));
    Optional<String> mood = tagged ? Optional.empty() : Optional.of(song.mood());
    return new Track(
        song.id(),
        name(),
        "Song " + song.id(),
        song.artist(),
        Optional.of(song.artist()),
        SECONDS,
        AffectEstimate.of(tags, mood, Optional.of(song.speed()), region),
        new TrackTraits(
            Optional.of(song.genre().word()),
            tags,
            Optional.of(song.speed()),
            tagged ? Optional.of(song.instrumental()) : Optional.empty()),
        song.popularity(),
        Optional.of(song.released()),
        Optional.empty(),
        Optional.empty());
  }
}
