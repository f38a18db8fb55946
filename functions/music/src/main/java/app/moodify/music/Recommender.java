package app.moodify.music;

import app.moodify.core.Affect;
import app.moodify.core.Catalogue;
import app.moodify.core.MusicRequest;
import app.moodify.core.Playlist;
import app.moodify.core.RecommendedTrack;
import app.moodify.music.affect.Target;
import app.moodify.music.catalogue.Candidates;
import app.moodify.music.catalogue.Catalogues;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Answers a request for music with a playlist. Thread-safe; the same request, the same playlist.
 */
public final class Recommender {
  /** How many tracks a playlist has. */
  public static final int TRACKS = 15;

  /** Asking for more than is taken leaves a choice. */
  private static final int CANDIDATES = 3 * TRACKS;

  private final Catalogues catalogues;

  /** Takes the catalogues to ask. */
  public Recommender(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  /**
   * Returns a playlist for a request. A catalogue that cannot be asked is left out, and the
   * playlist names it.
   */
  public Playlist recommend(MusicRequest request) {
    Target target = Target.of(request);
    Affect end = target.end();
    Candidates candidates =
        catalogues.find(
            target.regions().stream()
                .map(region -> new Catalogue.Query(region, end, CANDIDATES))
                .toList());
    String hash = request.hash();
    List<RecommendedTrack> tracks =
        new Ranker(chance(hash))
            .choose(candidates.tracks(), end, TRACKS).stream()
                .map(
                    track ->
                        new RecommendedTrack(track, Explanation.of(track, request), 1.0, false))
                .toList();
    List<String> sources = tracks.stream().map(each -> each.track().source()).distinct().toList();
    return new Playlist(
        request.goal(), request.emotion(), end, tracks, sources, candidates.unavailable(), hash);
  }

  /** Chance that hangs on the request alone, so that an event that comes twice changes nothing. */
  private static RandomGenerator chance(String hash) {
    return RandomGeneratorFactory.of("L64X128MixRandom")
        .create(Long.parseUnsignedLong(hash.substring(0, 16), 16));
  }
}
