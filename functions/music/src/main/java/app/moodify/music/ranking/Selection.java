package app.moodify.music.ranking;

import app.moodify.music.affect.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fills one list, place by place: maximal marginal relevance (Carbonell and Goldstein, 1998) within
 * the bounds of {@link Coverage}.
 */
final class Selection {
  /** How many candidates an exploring place chooses among. */
  private static final int EXPLORED = 10;

  /** What is tried out must still be near the target: at a distance of 0.35 or less. */
  private static final double EXPLORED_FIT = 0.65;

  private final List<Candidate> pool;
  private final double[] bases;
  private final Target target;
  private final RankingPolicy policy;
  private final SplittableRandom chance;

  private final Coverage coverage;
  private final double[] likeness;
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
   * @param bases what each of the pool is worth without its nearness to the target
   * @param seed where chance begins
   */
  Selection(List<Candidate> pool, double[] bases, Target target, RankingPolicy policy, long seed) {
    this.pool = pool;
    this.bases = bases;
    this.target = target;
    this.policy = policy;
    this.chance = new SplittableRandom(seed);
    this.coverage = new Coverage(pool);
    this.likeness = new double[pool.size()];
    this.taken = new boolean[pool.size()];
  }

  /** Returns a list of this size, or shorter if the pool is smaller. */
  List<Place> fill(int size) {
    int length = Math.min(size, pool.size());
    for (int slot = 0; slot < length; slot++) {
      int step = target.stepOf(slot, length);
      List<Integer> open = open(length - slot);
      List<Integer> unknown = explores(slot, length) ? unknown(open, step) : List.of();
      if (unknown.isEmpty()) {
        take(best(open, step), step, false);
      } else {
        take(unknown.get(chance.nextInt(unknown.size())), step, true);
      }
    }
    return places;
  }

  /** Exploring places are spread evenly, none of them first or last. */
  private boolean explores(int slot, int length) {
    return IntStream.rangeClosed(1, policy.exploringSlots())
        .anyMatch(nth -> nth * length / (policy.exploringSlots() + 1) == slot);
  }

  private List<Integer> open(int placesLeft) {
    List<Integer> open = where(index -> !taken[index] && coverage.hasRoomFor(pool.get(index)));
    if (open.isEmpty()) {
      // Better a third track of a maker than an empty place.
      open = where(index -> !taken[index]);
    }
    if (coverage.isPressing(placesLeft)) {
      List<Integer> needed =
          open.stream().filter(index -> coverage.isHelpedBy(pool.get(index))).toList();
      return needed.isEmpty() ? open : needed;
    }
    return open;
  }

  private List<Integer> where(IntPredicate condition) {
    return IntStream.range(0, pool.size()).filter(condition).boxed().toList();
  }

  private List<Integer> unknown(List<Integer> open, int step) {
    return open.stream()
        .filter(index -> pool.get(index).hardlyTried())
        .filter(index -> pool.get(index).fits()[step] >= EXPLORED_FIT)
        .sorted(Comparator.comparingDouble(index -> -worth(index, step)))
        .limit(EXPLORED)
        .toList();
  }

  private int best(List<Integer> open, int step) {
    int best = open.get(0);
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
    return bases[index]
        + policy.fit() * pool.get(index).fits()[step]
        - policy.variety() * likeness[index];
  }

  private void take(int index, int step, boolean explores) {
    Candidate chosen = pool.get(index);
    places.add(new Place(index, step, explores));
    taken[index] = true;
    coverage.add(chosen);
    for (int other = 0; other < pool.size(); other++) {
      if (!taken[other]) {
        likeness[other] = Math.max(likeness[other], Likeness.of(chosen, pool.get(other)));
      }
    }
  }
}
