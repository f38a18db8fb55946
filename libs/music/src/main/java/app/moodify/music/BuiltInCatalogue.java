package app.moodify.music;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.Track;
import app.moodify.music.originals.Original;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Moodify originals: recipes of music that the page makes itself, drawn anew around the target of
 * each query. There is no end of them: another seed finds other pieces. Needs no network, so that
 * there is always music.
 */
public final class BuiltInCatalogue implements Catalogue {
  /** How far from the target pieces are drawn: far enough for a choice by taste. */
  private static final double RADIUS = 0.5;

  @Override
  public String name() {
    return Original.SOURCE;
  }

  /** Finds as many pieces as asked for; the same target and seed give the same. */
  @Override
  public List<Track> find(Query query) {
    SplittableRandom random = new SplittableRandom(query.seed() ^ mixed(query.target()));
    return Stream.generate(() -> draw(query.target(), random)).limit(query.size()).toList();
  }

  /** Two places of one list get pieces that have nothing in common. */
  private static long mixed(Affect target) {
    return 31L * Double.hashCode(target.valence()) + Double.hashCode(target.arousal());
  }

  private static Track draw(Affect target, SplittableRandom random) {
    int seed = random.nextInt(Integer.MAX_VALUE);
    return Original.of(seed, around(target, random));
  }

  /** Evenly over the disc around the target, as far as it lies in the plane. */
  private static Affect around(Affect target, SplittableRandom random) {
    while (true) {
      double distance = RADIUS * Math.sqrt(random.nextDouble());
      double angle = random.nextDouble(2 * Math.PI);
      double valence = target.valence() + distance * Math.cos(angle);
      double arousal = target.arousal() + distance * Math.sin(angle);
      if (Math.abs(valence) <= 1 && Math.abs(arousal) <= 1) {
        return new Affect(valence, arousal);
      }
    }
  }
}
