package app.moodify.music.ranking;

import app.moodify.music.affect.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fills one list, place by place: maximal marginal relevance (Carbonell and Goldstein, 1998) within
 * the bounds of {@link DiversityConstraints}.
 */
final class Selection {
  /** How many candidates an exploring place chooses among. */
  private static final int EXPLORED = 10;

  /** What is tried out must still be near the target: at a distance of 0.35 or less. */
  private static final double EXPLORED_FIT = 0.65;

  private final List<Candidate> pool;
  private final double[] marks;
  private final Similarity likeness;
  private final Target target;
  private final RankingPolicy policy;
  private final SplittableRandom chance;

  private final DiversityConstraints coverage;
  private final double[] mostAlike;
  private final boolean[] taken;
  private final List<Place> places = new ArrayList<>();

  /**
   * A place on the list.
   *
   * @param index of the candidate in the pool
   * @param step of the target that the place belongs to
   * @param explores whether it was chosen to try something new
   */
  record Place(int index, int step, boolean explores) {}

  /**
   * Begins an empty list.
   *
   * @param marks what each of the pool is worth without its nearness to the target
   * @param likeness of the pool
   * @param seed where chance begins
   */
  Selection(
      List<Candidate> pool,
      double[] marks,
      Similarity likeness,
      Target target,
      RankingPolicy policy,
      long seed) {
    this.pool = pool;
    this.marks = marks;
    this.likeness = likeness;
    this.target = target;
    this.policy = policy;
    this.chance = new SplittableRandom(seed);
    this.coverage = new DiversityConstraints(pool);
    this.mostAlike = new double[pool.size()];
    this.taken = new boolean[pool.size()];
  }

  /** Returns a list of this size, or shorter if the pool is smaller. */
  List<Place> fill(int size) {
    int length = Math.min(size, pool.size());
    for (int slot = 0; slot < length; slot++) {
      int step = target.stepOf(slot, length);
      int[] open = open(length - slot);
      int[] unknown = explores(slot, length) ? unknown(open, step) : new int[0];
      if (unknown.length == 0) {
        take(best(open, step), step, false);
      } else {
        take(unknown[chance.nextInt(unknown.length)], step, true);
      }
    }
    return places;
  }

  /** Exploring places are spread evenly, none of them first or last. */
  private boolean explores(int slot, int length) {
    return IntStream.rangeClosed(1, policy.exploringSlots())
        .anyMatch(nth -> nth * length / (policy.exploringSlots() + 1) == slot);
  }

  private int[] open(int placesLeft) {
    int[] open = where(index -> !taken[index] && coverage.hasRoomFor(pool.get(index)));
    if (open.length == 0) {
      // Better a third track of a maker than an empty place.
      open = where(index -> !taken[index]);
    }
    if (!coverage.isPressing(placesLeft)) {
      return open;
    }
    int[] needed =
        Arrays.stream(open).filter(index -> coverage.isHelpedBy(pool.get(index))).toArray();
    return needed.length == 0 ? open : needed;
  }

  private int[] where(IntPredicate condition) {
    return IntStream.range(0, pool.size()).filter(condition).toArray();
  }

  private int[] unknown(int[] open, int step) {
    return Arrays.stream(open)
        .filter(index -> pool.get(index).hardlyTried())
        .filter(index -> pool.get(index).fits()[step] >= EXPLORED_FIT)
        .boxed()
        .sorted(Comparator.comparingDouble(index -> -worth(index, step)))
        .limit(EXPLORED)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int best(int[] open, int step) {
    int best = open[0];
    double most = Double.NEGATIVE_INFINITY;
    for (int index : open) {
      double worth = worth(index, step);
      if (worth > most) {
        most = worth;
        best = index;
      }
    }
    return best;
  }

  private double worth(int index, int step) {
    return marks[index]
        + policy.fit() * pool.get(index).fits()[step]
        - policy.variety() * mostAlike[index];
  }

  private void take(int index, int step, boolean explores) {
    places.add(new Place(index, step, explores));
    taken[index] = true;
    coverage.add(pool.get(index));
    double[] alike = likeness.to(index);
    for (int other = 0; other < alike.length; other++) {
      mostAlike[other] = Math.max(mostAlike[other], alike[other]);
    }
  }
}
