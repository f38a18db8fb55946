package app.moodify.lab.simulate;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.RecommendedTrack;
import app.moodify.music.Recommender;
import app.moodify.music.affect.Target;
import app.moodify.music.ranking.Ranker;
import app.moodify.music.ranking.RankingPolicy;
import app.moodify.music.taste.Listener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One world, some listeners, and how well each way of learning comes to please them. What is
 * measured is the random that the listener likes a track, which the simulation knows, so that no
 * luck is measured.
 */
final class Simulation {
  /** How many pieces of feedback each listener gives. */
  static final int EVENTS = 60;

  /** How many tracks of a list are heard, and get feedback. */
  static final int HEARD = 6;

  /** How many times the like-rate is taken: before any feedback, and after each list. */
  static final int POINTS = EVENTS / HEARD + 1;

  private static final int LISTS_LOOKED_AT = 3;
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration BETWEEN_LISTS = Duration.ofHours(12);

  private final long seed;
  private final World world;

  Simulation(long seed) {
    this.seed = seed;
    this.world = new World(seed);
  }

  /**
   * Returns the like-rate of the top 15 after 0, 6, 12 and so on up to 60 events, a mean over the
   * listeners.
   */
  double[] run(RankingPolicy policy, int listeners) {
    double[] rates = new double[POINTS];
    for (int listener = 0; listener < listeners; listener++) {
      double[] one = run(policy, seed * 1_000_003 + listener);
      for (int point = 0; point < POINTS; point++) {
        rates[point] += one[point] / listeners;
      }
    }
    return rates;
  }

  private double[] run(RankingPolicy policy, long listenerSeed) {
    SyntheticListener person = new SyntheticListener(listenerSeed);
    Ranker ranker = new Ranker(policy);
    SplittableRandom moods = new SplittableRandom(listenerSeed);
    SplittableRandom examination = new SplittableRandom(~listenerSeed);
    List<Feedback> feedback = new ArrayList<>();
    double[] rates = new double[POINTS];
    Instant now = START;
    for (int point = 0; point < POINTS; point++) {
      Listener listener = Listener.of(feedback, now);
      for (int look = 0; look < LISTS_LOOKED_AT; look++) {
        Session session = new Session(mood(examination), examination.nextLong());
        rates[point] += session.likeRate(ranker, listener, person) / LISTS_LOOKED_AT;
      }
      feedback.addAll(
          new Session(mood(moods), moods.nextLong()).listen(ranker, listener, person, now));
      now = now.plus(BETWEEN_LISTS);
    }
    return rates;
  }

  private static MusicRequest mood(SplittableRandom random) {
    Emotion emotion = Emotion.values()[random.nextInt(Emotion.values().length)];
    Goal goal = Goal.values()[random.nextInt(Goal.values().length)];
    return new MusicRequest(EmotionScores.certain(emotion), emotion, goal);
  }

  /** A mood and its list. */
  private final class Session {
    private final MusicRequest request;
    private final Target target;
    private final long random;

    Session(MusicRequest request, long random) {
      this.request = request;
      this.target = Target.of(request);
      this.random = random;
    }

    double likeRate(Ranker ranker, Listener listener, SyntheticListener person) {
      List<RecommendedTrack> list = list(ranker, listener);
      double sum = 0;
      for (int slot = 0; slot < list.size(); slot++) {
        sum += person.likes(world.songOf(list.get(slot).track()), request.emotion(), right(slot));
      }
      return sum / list.size();
    }

    List<Feedback> listen(Ranker ranker, Listener listener, SyntheticListener person, Instant now) {
      List<RecommendedTrack> list = list(ranker, listener);
      List<Feedback> feedback = new ArrayList<>();
      for (int slot = 0; slot < Math.min(HEARD, list.size()); slot++) {
        feedback.add(
            person.hear(
                list.get(slot).track(),
                world.songOf(list.get(slot).track()),
                request.emotion(),
                right(slot),
                now.plusSeconds(slot)));
      }
      return feedback;
    }

    private List<RecommendedTrack> list(Ranker ranker, Listener listener) {
      return ranker.choose(
          world.find(target), request, target, listener, Recommender.TRACKS, random);
    }

    private Affect right(int slot) {
      return SyntheticCatalogue.placeOf(slot, target);
    }
  }
}
