package app.moodify.lab.simulate;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The like-rates of all ways of learning, in many worlds. */
final class LearningCurves {
  private final Map<Learner, double[][]> rates = new EnumMap<>(Learner.class);
  private final int worlds;

  private LearningCurves(int worlds) {
    this.worlds = worlds;
    for (Learner learner : Learner.values()) {
      rates.put(learner, new double[worlds][]);
    }
  }

  /**
   * Measures.
   *
   * @param worlds how many worlds, each with a seed of its own
   * @param listeners how many listeners live in each
   * @param progress is given how many worlds are done
   */
  static LearningCurves measure(int worlds, int listeners, IntConsumer progress) {
    LearningCurves curves = new LearningCurves(worlds);
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, worlds)
        .parallel()
        .forEach(
            world -> {
              Simulation simulation = new Simulation(world + 1L);
              for (Learner learner : Learner.values()) {
                curves.rates.get(learner)[world] = simulation.run(learner.policy(), listeners);
              }
              progress.accept(done.incrementAndGet());
            });
    return curves;
  }

  /** Returns the like-rate after so many lists. */
  Estimate rate(Learner learner, int point) {
    return Estimate.of(at(learner, point));
  }

  /** Returns by how much one is liked more than another after so many lists. */
  Estimate lead(Learner learner, Learner over, int point) {
    return Estimate.ofDifference(at(learner, point), at(over, point));
  }

  private double[] at(Learner learner, int point) {
    return IntStream.range(0, worlds)
        .mapToDouble(world -> rates.get(learner)[world][point])
        .toArray();
  }
}
