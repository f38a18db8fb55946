package app.moodify.music.ranking;

import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.RecommendedTrack;
import app.moodify.core.music.Track;
import app.moodify.music.affect.Target;
import app.moodify.music.ranking.Selection.Place;
import app.moodify.music.taste.Listener;
import app.moodify.music.taste.PosteriorSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Chooses a list of tracks from candidates. Thread-safe. */
public final class Ranker {
  private final RankingPolicy policy;

  /** Makes a ranker that chooses by this policy. */
  public Ranker(RankingPolicy policy) {
    this.policy = policy;
  }

  /**
   * Returns up to {@code size} of the candidates, in the order of playing. The same arguments give
   * the same list, in whatever order the candidates come.
   *
   * @param request what is asked for
   * @param target where the request's music should lie
   * @param listener whom it is for
   * @param seed where chance begins
   */
  public List<RecommendedTrack> choose(
      List<Track> candidates,
      MusicRequest request,
      Target target,
      Listener listener,
      int size,
      long seed) {
    RelevanceScore marks = new RelevanceScore(listener, policy);
    PosteriorSample likely = new PosteriorSample(listener.taste(), request.emotion(), 0, seed);
    List<Candidate> pool =
        CandidatePool.of(
            possible(candidates, target, listener, size), each -> marks.of(each, likely), policy);
    Similarity likeness = new Similarity(pool);
    PosteriorSample draw = draw(request, listener, seed);
    List<Place> places =
        new Selection(pool, marks.of(pool, draw, seed), likeness, target, policy, seed).fill(size);
    double[] propensities = new double[pool.size()];
    places.forEach(place -> propensities[place.index()]++);
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int replay = 0; replay < policy.replays(); replay++) {
      long other = seeds.nextLong();
      double[] otherMarks = marks.of(pool, draw(request, listener, other), other);
      new Selection(pool, otherMarks, likeness, target, policy, other)
          .fill(size)
          .forEach(place -> propensities[place.index()]++);
    }
    Reasons reasons = new Reasons(pool, request, target, listener, draw, policy);
    return places.stream()
        .map(
            place ->
                new RecommendedTrack(
                    pool.get(place.index()).track(),
                    reasons.of(pool.get(place.index()), place.step(), place.explores()),
                    propensities[place.index()] / (1 + policy.replays()),
                    place.explores()))
        .toList();
  }

  private List<Candidate> possible(
      List<Track> candidates, Target target, Listener listener, int size) {
    List<Track> acceptable =
        new ArrayList<>(candidates.stream().filter(track -> !listener.refuses(track)).toList());
    acceptable.sort(Comparator.comparing(Track::id));
    List<Track> unheard =
        acceptable.stream().filter(track -> !listener.heardLately(track)).toList();
    return (unheard.size() >= size ? unheard : acceptable)
        .stream().map(track -> Candidate.of(track, target, listener)).toList();
  }

  private PosteriorSample draw(MusicRequest request, Listener listener, long seed) {
    return new PosteriorSample(listener.taste(), request.emotion(), policy.temper(), seed);
  }
}
