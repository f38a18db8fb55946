package app.moodify.lab.simulate;

import app.moodify.core.music.Catalogue;
import app.moodify.core.music.Track;
import app.moodify.music.Recommender;
import app.moodify.music.affect.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A catalogue of 5,000 synthetic songs, of which three fifths are on Jamendo, the rest on Audius.
 */
final class World {
  /** How many songs there are. */
  static final int SONGS = 5000;

  private final List<Song> songs;
  private final Map<String, Song> byId;
  private final List<SyntheticCatalogue> catalogues;

  /** Generates; the same seed gives the same world. */
  World(long seed) {
    SongGenerator generator = new SongGenerator(seed);
    List<Song> jamendo = generator.generate("jamendo", SONGS * 3 / 5);
    List<Song> audius = generator.generate("audius", SONGS - jamendo.size());
    songs = new ArrayList<>(jamendo);
    songs.addAll(audius);
    byId = songs.stream().collect(Collectors.toMap(Song::id, Function.identity()));
    catalogues =
        List.of(
            new SyntheticCatalogue(SyntheticCatalogue.Kind.JAMENDO, jamendo),
            new SyntheticCatalogue(SyntheticCatalogue.Kind.AUDIUS, audius));
  }

  /** Returns all songs. */
  List<Song> songs() {
    return songs;
  }

  /** Returns the catalogues that have them. */
  List<Catalogue> catalogues() {
    return List.copyOf(catalogues);
  }

  /**
   * Returns what the catalogues find for a target, asked what {@link Recommender} asks them; one
   * after the other and without its time limit, so that a busy machine finds the same.
   */
  List<Track> find(Target target) {
    Map<String, Track> found = new LinkedHashMap<>();
    for (SyntheticCatalogue catalogue : catalogues) {
      for (Catalogue.Query query : Recommender.queries(target, 0)) {
        catalogue.find(query).forEach(track -> found.putIfAbsent(track.id(), track));
      }
    }
    return List.copyOf(found.values());
  }

  /** Returns the song behind a track. */
  Song songOf(Track track) {
    return byId.get(track.id());
  }
}
