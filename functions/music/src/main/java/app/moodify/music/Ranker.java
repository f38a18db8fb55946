package app.moodify.music;

import app.moodify.core.Affect;
import app.moodify.core.Track;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/** Chooses tracks near a target that are not all the same. */
final class Ranker {
  /** What nearness to the target counts, against difference from what is already chosen. */
  private static final double NEARNESS = 0.7;

  /** Differences above this add nothing: the playlist is to vary, not to wander off. */
  private static final double DIFFERENT_ENOUGH = 0.3;

  /**
   * How much of the score is left to chance, so that like moods do not get one and the same list.
   */
  private static final double CHANCE = 0.05;

  private final RandomGenerator random;

  /** The same generator state and candidates give the same choice. */
  Ranker(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Returns up to {@code size} of the candidates, the nearest first: maximal marginal relevance
   * (Carbonell and Goldstein 1998) over distances in the plane of valence and arousal.
   */
  List<Track> choose(Collection<Track> candidates, Affect target, int size) {
    List<Scored> open = new ArrayList<>();
    for (Track track : candidates) {
      double distance = track.affect().distanceTo(target);
      open.add(new Scored(track, distance + CHANCE * random.nextDouble()));
    }
    List<Scored> chosen = new ArrayList<>();
    while (chosen.size() < size && !open.isEmpty()) {
      Scored best = null;
      double bestValue = Double.NEGATIVE_INFINITY;
      for (Scored scored : open) {
        double value =
            (1 - NEARNESS) * difference(scored.track, chosen) - NEARNESS * scored.distance;
        if (value > bestValue) {
          best = scored;
          bestValue = value;
        }
      }
      chosen.add(best);
      open.remove(best);
    }
    return chosen.stream().map(Scored::track).toList();
  }

  private static double difference(Track track, List<Scored> chosen) {
    return chosen.stream()
        .mapToDouble(other -> other.track.affect().distanceTo(track.affect()))
        .reduce(DIFFERENT_ENOUGH, Math::min);
  }

  private record Scored(Track track, double distance) {}
}
