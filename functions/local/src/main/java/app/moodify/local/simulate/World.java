package app.moodify.local.simulate;

import app.moodify.core.Affect;
import app.moodify.core.Track;
import app.moodify.music.Recommender;
import app.moodify.music.affect.Target;
import app.moodify.music.catalogue.Candidates;
import app.moodify.music.catalogue.Catalogues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A catalogue of 5,000 composed songs, of which three fifths are on Jamendo, the rest on Audius.
 */
final class World {
  /** How many songs there are. */
  static final int SONGS = 5000;

  private final List<Song> songs;
  private final Map<String, Song> byId;
  private final Catalogues catalogues;

  /** Composes; the same seed gives the same world. */
  World(long seed) {
    Composer composer = new Composer(seed);
    List<Song> jamendo = composer.compose("jamendo", SONGS * 3 / 5);
    List<Song> audius = composer.compose("audius", SONGS - jamendo.size());
    songs = new ArrayList<>(jamendo);
    songs.addAll(audius);
    byId = songs.stream().collect(Collectors.toMap(Song::id, Function.identity()));
    catalogues =
        new Catalogues(
            List.of(
                new ComposedCatalogue(ComposedCatalogue.Kind.JAMENDO, jamendo),
                new ComposedCatalogue(ComposedCatalogue.Kind.AUDIUS, audius)));
  }

  /** Returns all songs. */
  List<Song> songs() {
    return songs;
  }

  /** Returns what the catalogues find for a target, asked as {@link Recommender} asks them. */
  Candidates find(Target target) {
    return catalogues.find(Recommender.queries(target));
  }

  /** Returns the song behind a track. */
  Song songOf(Track track) {
    return byId.get(track.id());
  }

  /** Returns what a track truly sounds like. */
  Affect soundOf(Track track) {
    return songOf(track).affect();
  }
}
