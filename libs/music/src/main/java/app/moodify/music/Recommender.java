package app.moodify.music;

import app.moodify.core.music.Catalogue;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.Playlist;
import app.moodify.core.music.RecommendedTrack;
import app.moodify.music.affect.Target;
import app.moodify.music.catalogue.Candidates;
import app.moodify.music.catalogue.Catalogues;
import app.moodify.music.ranking.Ranker;
import app.moodify.music.ranking.RankingPolicy;
import app.moodify.music.taste.Listener;
import app.moodify.telemetry.Operation;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Answers a request for music with a playlist. Thread-safe; the same request and the same feedback
 * give the same playlist as long as the catalogues find the same.
 */
public final class Recommender {
  /** How many tracks a playlist has. */
  public static final int TRACKS = 15;

  /** Asking for more than is taken leaves a choice. */
  private static final int CANDIDATES = 4 * TRACKS;

  private final Catalogues catalogues;
  private final InstantSource clock;
  private final Ranker ranker = new Ranker(RankingPolicy.STANDARD);

  /** Takes the catalogues to ask. */
  public Recommender(Catalogues catalogues, InstantSource clock) {
    this.catalogues = catalogues;
    this.clock = clock;
  }

  /**
   * Returns a playlist for a request. A catalogue that cannot be asked is left out, and the
   * playlist names it.
   *
   * @param feedback what the person said of music they were given, the oldest first; asked for once
   *     the catalogues have responded, so that both may be in flight at once
   */
  public Playlist recommend(MusicRequest request, Supplier<List<Feedback>> feedback) {
    Target target = Target.of(request);
    Candidates candidates =
        Operation.current().step("catalogues", () -> catalogues.find(queries(target)));
    List<Feedback> heard = Operation.current().step("await_feedback", feedback::get);
    Listener listener = Listener.of(heard, clock.instant());
    String hash = request.hash();
    List<RecommendedTrack> tracks =
        Operation.current()
            .step(
                "rank",
                () ->
                    ranker.choose(
                        candidates.tracks(), request, target, listener, TRACKS, seed(hash)));
    return new Playlist(
        request.goal(),
        request.emotion(),
        target.end(),
        tracks,
        tracks.stream().map(each -> each.track().source()).distinct().toList(),
        candidates.unavailable(),
        hash);
  }

  /** Returns what the catalogues are asked for a target. */
  public static List<Catalogue.Query> queries(Target target) {
    return target.places().entrySet().stream()
        .map(place -> new Catalogue.Query(place.getKey(), place.getValue(), CANDIDATES))
        .toList();
  }

  /** Depends on the request alone, so that duplicate events are idempotent. */
  private static long seed(String hash) {
    return Long.parseUnsignedLong(hash.substring(0, 16), 16);
  }
}
