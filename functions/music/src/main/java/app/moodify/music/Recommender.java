package app.moodify.music;

import app.moodify.core.Affect;
import app.moodify.core.Catalogue;
import app.moodify.core.MusicRequest;
import app.moodify.core.Playlist;
import app.moodify.core.RecommendedTrack;
import app.moodify.core.Track;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Answers a request for music with a playlist. Thread-safe; the same request, the same playlist.
 */
public final class Recommender {
  /** How many tracks a playlist has. */
  public static final int TRACKS = 10;

  /** Asking for more than is taken leaves a choice. */
  private static final int CANDIDATES = 3 * TRACKS;

  private static final Logger LOG = Logger.getLogger(Recommender.class.getName());

  private final List<Catalogue> catalogues;

  /** Takes the catalogues to ask. One of them must always answer: the built-in one. */
  public Recommender(List<Catalogue> catalogues) {
    this.catalogues = List.copyOf(catalogues);
  }

  /**
   * Returns a playlist for a request. A catalogue that cannot be asked is left out, and the
   * playlist names those it is from.
   */
  public Playlist recommend(MusicRequest request) {
    Affect target = Target.of(request);
    Map<String, Track> candidates = new LinkedHashMap<>();
    for (Catalogue catalogue : catalogues) {
      find(catalogue, new Catalogue.Query(target, request.goal(), CANDIDATES))
          .forEach(track -> candidates.putIfAbsent(track.id(), track));
    }
    String hash = request.hash();
    List<RecommendedTrack> tracks =
        new Ranker(chance(hash))
            .choose(candidates.values(), target, TRACKS).stream()
                .map(track -> new RecommendedTrack(track, Explanation.of(track, request)))
                .toList();
    List<String> sources = tracks.stream().map(each -> each.track().source()).distinct().toList();
    return new Playlist(request.goal(), request.emotion(), target, tracks, sources, hash);
  }

  private static List<Track> find(Catalogue catalogue, Catalogue.Query query) {
    try {
      return catalogue.find(query);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Catalogue " + catalogue.name() + " is left out: it failed", e);
      return List.of();
    }
  }

  /** Chance that hangs on the request alone, so that an event that comes twice changes nothing. */
  private static RandomGenerator chance(String hash) {
    return RandomGeneratorFactory.of("L64X128MixRandom")
        .create(Long.parseUnsignedLong(hash.substring(0, 16), 16));
  }
}
