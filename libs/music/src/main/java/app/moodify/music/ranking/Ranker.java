package app.moodify.music.ranking;

import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.RecommendedTrack;
import app.moodify.core.music.Track;
import app.moodify.music.affect.Target;
import app.moodify.music.ranking.Selection.Slot;
import app.moodify.music.taste.Listener;
import app.moodify.music.taste.PosteriorSample;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/** Chooses a list of tracks from candidates. Thread-safe. */
public final class Ranker {
  private final RankingPolicy policy;

  /** Makes a ranker that chooses by this policy. */
  public Ranker(RankingPolicy policy) {
    this.policy = policy;
  }

  /**
   * Returns up to {@code size} of the candidates, in the order in which they are to be heard. The
   * same arguments give the same list, in whatever order the candidates come.
   *
   * @param request what is asked for
   * @param target where the request's music should lie
   * @param listener whom it is for
   * @param seed of all that is random
   */
  public List<RecommendedTrack> choose(
      List<Track> candidates,
      MusicRequest request,
      Target target,
      Listener listener,
      int size,
      long seed) {
    List<Track> tracks = newIfEnough(accepted(candidates, listener), listener, size);
    List<Candidate> pool = pool(tracks, request, target, listener);
    LongFunction<List<Slot>> select = selection(pool, request, target, listener, size);
    List<Slot> slots = select.apply(seed);
    double[] propensities = propensities(pool.size(), slots, select, seed);
    Reasons reasons =
        new Reasons(pool, request, target, listener, sample(request, listener, seed), policy);
    return slots.stream()
        .map(slot -> recommended(slot, pool.get(slot.index()), reasons, propensities))
        .toList();
  }

  /** In an order that is always the same. */
  private static List<Track> accepted(List<Track> candidates, Listener listener) {
    return candidates.stream()
        .filter(track -> !listener.refuses(track))
        .sorted(Comparator.comparing(Track::id))
        .toList();
  }

  private static List<Track> newIfEnough(List<Track> tracks, Listener listener, int size) {
    List<Track> found = tracks.stream().filter(track -> !listener.hadLately(track)).toList();
    return found.size() >= size ? found : tracks;
  }

  /** Randomness has no part in what is compared, only in what is chosen of it. */
  private List<Candidate> pool(
      List<Track> tracks, MusicRequest request, Target target, Listener listener) {
    RelevanceScore score = new RelevanceScore(listener, policy);
    PosteriorSample mean = new PosteriorSample(listener.taste(), request.emotion(), 0, 0);
    return CandidatePool.of(
        tracks.stream().map(track -> Candidate.of(track, target, listener)).toList(),
        candidate -> score.of(candidate, mean),
        policy);
  }

  /** What is chosen of the pool, by the seed; what does not depend on it is computed once. */
  private LongFunction<List<Slot>> selection(
      List<Candidate> pool, MusicRequest request, Target target, Listener listener, int size) {
    RelevanceScore score = new RelevanceScore(listener, policy);
    Similarity similarity = new Similarity(pool);
    return seed -> {
      double[] scores = score.of(pool, sample(request, listener, seed), seed);
      return new Selection(pool, scores, similarity, target, policy, seed).fill(size);
    };
  }

  private PosteriorSample sample(MusicRequest request, Listener listener, long seed) {
    return new PosteriorSample(listener.taste(), request.emotion(), policy.temper(), seed);
  }

  /** How often each of the pool is chosen, when the choice is repeated with other seeds. */
  private double[] propensities(
      int poolSize, List<Slot> chosen, LongFunction<List<Slot>> select, long seed) {
    int[] counts = new int[poolSize];
    chosen.forEach(slot -> counts[slot.index()]++);
    new SplittableRandom(seed)
        .longs(policy.replays())
        .forEach(other -> select.apply(other).forEach(slot -> counts[slot.index()]++));
    return Arrays.stream(counts).mapToDouble(count -> count / (1.0 + policy.replays())).toArray();
  }

  private static RecommendedTrack recommended(
      Slot slot, Candidate candidate, Reasons reasons, double[] propensities) {
    return new RecommendedTrack(
        candidate.track(),
        reasons.of(candidate, slot.step(), slot.explores()),
        propensities[slot.index()],
        slot.explores());
  }
}
