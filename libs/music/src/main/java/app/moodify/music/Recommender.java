package app.moodify.music;

import app.moodify.core.mood.MoodId;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.Playlist;
import app.moodify.core.music.RecommendedTrack;
import app.moodify.core.music.Track;
import app.moodify.music.affect.Target;
import app.moodify.music.catalogue.Candidates;
import app.moodify.music.catalogue.Catalogues;
import app.moodify.music.originals.LikedOriginals;
import app.moodify.music.ranking.Ranker;
import app.moodify.music.ranking.RankingPolicy;
import app.moodify.music.taste.Listener;
import app.moodify.telemetry.Operation;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers a request for music with a playlist. Thread-safe; the same arguments give the same
 * playlist as long as the catalogues find the same. Another entry gets another one.
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
   * @param entry which the music is for
   * @param given the ids of tracks that the person was given for it before, which are not to come
   *     again where there is a choice
   * @param feedback what the person said of music they were given, the oldest first; asked for once
   *     the catalogues have responded, so that both may be in flight at once
   */
  public Playlist recommend(
      MusicRequest request,
      MoodId entry,
      Collection<String> given,
      Supplier<List<Feedback>> feedback) {
    Target target = Target.of(request);
    long seed = request.seed(entry);
    Candidates candidates =
        Operation.current().step("catalogues", () -> catalogues.find(queries(target, seed)));
    List<Feedback> said = Operation.current().step("await_feedback", feedback::get);
    Listener listener = Listener.of(said, given, clock.instant());
    List<Track> choice =
        withoutNamesakes(LikedOriginals.near(target, said, listener, seed), candidates.tracks());
    List<RecommendedTrack> tracks =
        Operation.current()
            .step("rank", () -> ranker.choose(choice, request, target, listener, TRACKS, seed));
    return new Playlist(
        request.goal(),
        request.emotion(),
        target.end(),
        tracks,
        tracks.stream().map(each -> each.track().source()).distinct().toList(),
        candidates.unavailable(),
        request.hash());
  }

  /**
   * Returns what the catalogues are asked for a target.
   *
   * @param seed of what catalogues draw
   */
  public static List<Catalogue.Query> queries(Target target, long seed) {
    return target.places().entrySet().stream()
        .map(place -> new Catalogue.Query(place.getKey(), place.getValue(), CANDIDATES, seed))
        .toList();
  }

  /**
   * A list that names one title of one artist twice looks like a mistake, be they two uploads of a
   * song, or two originals that happen to share a title.
   */
  private static List<Track> withoutNamesakes(List<Track> first, List<Track> second) {
    Set<List<String>> names = new HashSet<>();
    return Stream.concat(first.stream(), second.stream())
        .filter(track -> names.add(List.of(track.source(), track.artist(), track.title())))
        .toList();
  }
}
