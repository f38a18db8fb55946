package app.moodify.music.originals;

import app.moodify.core.music.Feedback;
import app.moodify.core.music.Feedback.Opinion;
import app.moodify.core.music.Track;
import app.moodify.music.affect.Target;
import app.moodify.music.taste.Listener;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Originals that a person liked. They are drawn for one list and would never be heard again; so now
 * and then some of those that fit are put among the candidates of a later list.
 */
public final class LikedOriginals {
  /** A list has each of them with this probability, if it fits well. Ours. */
  private static final double CHANCE = 0.25;

  /** So few that lists stay new, however much was liked. */
  private static final int MOST = 3;

  private static final double NEAR = 0.35;

  private LikedOriginals() {}

  private record Drawn(Track track, double number) {}

  /**
   * Returns up to three originals that were liked, lie near the target and were not had lately; the
   * same arguments give the same ones.
   *
   * @param feedback what the person said, in any order
   * @param listener the person
   * @param seed of which are returned
   */
  public static List<Track> near(
      Target target, List<Feedback> feedback, Listener listener, long seed) {
    return feedback.stream()
        .filter(said -> said.verdict() == Opinion.LIKE)
        .flatMap(said -> Original.find(said.trackId()).stream())
        .filter(track -> isNear(track, target) && !listener.hadLately(track))
        .map(track -> new Drawn(track, draw(track, seed)))
        .filter(drawn -> drawn.number < CHANCE)
        .sorted(Comparator.comparingDouble(Drawn::number))
        .limit(MOST)
        .map(Drawn::track)
        .toList();
  }

  private static boolean isNear(Track track, Target target) {
    return target.steps().stream().anyMatch(step -> track.affect().distanceTo(step) <= NEAR);
  }

  /** Each track has a number of its own, so that what else was liked does not change it. */
  private static double draw(Track track, long seed) {
    return new SplittableRandom(seed ^ track.id().hashCode()).nextDouble();
  }
}
