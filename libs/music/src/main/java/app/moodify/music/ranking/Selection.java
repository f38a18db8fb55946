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
 * Fills one list, slot by slot: maximal marginal relevance (Carbonell and Goldstein, 1998) within
 * the bounds of {@link DiversityConstraints}.
 */
final class Selection {
  /** How many candidates an exploring slot chooses among. */
  private static final int EXPLORED = 10;

  /** On the way to a goal, a track that lasts longer holds up the steps after it. Ours. */
  private static final int LONG_SECONDS = 240;

  /** Each second more costs as much as being this much further off: a minute costs 0.1. */
  private static final double COST_OF_A_SECOND = 0.1 / 60;

  /** How long a track lasts whose catalogue does not say. */
  private static final int USUAL_SECONDS = 200;

  /** What is tried out must still be near the target: at a distance of 0.35 or less. */
  private static final double EXPLORED_FIT = 0.65;

  private final List<Candidate> pool;
  private final double[] scores;
  private final Similarity similarity;
  private final Target target;
  private final RankingPolicy policy;
  private final SplittableRandom random;

  private final DiversityConstraints constraints;
  private final double[] maxSimilarity;
  private final boolean[] taken;
  private final List<Slot> slots = new ArrayList<>();

  /**
   * A slot of the list.
   *
   * @param index of the candidate in the pool
   * @param step of the target that the slot belongs to
   * @param explores whether it was chosen to try something new
   */
  record Slot(int index, int step, boolean explores) {}

  /**
   * Begins an empty list.
   *
   * @param scores of the pool, see {@link RelevanceScore}
   * @param similarity of the pool
   * @param seed of the choices of exploring slots
   */
  Selection(
      List<Candidate> pool,
      double[] scores,
      Similarity similarity,
      Target target,
      RankingPolicy policy,
      long seed) {
    this.pool = pool;
    this.scores = scores;
    this.similarity = similarity;
    this.target = target;
    this.policy = policy;
    this.random = new SplittableRandom(seed);
    this.constraints = new DiversityConstraints(pool);
    this.maxSimilarity = new double[pool.size()];
    this.taken = new boolean[pool.size()];
  }

  /** Returns a list of this size, or shorter if the pool is smaller. */
  List<Slot> fill(int size) {
    int length = Math.min(size, pool.size());
    int elapsedSeconds = 0;
    for (int slot = 0; slot < length; slot++) {
      int step = target.stepAt(elapsedSeconds);
      int[] open = open(length - slot);
      int[] untried = explores(slot, length) ? untried(open, step) : new int[0];
      if (untried.length == 0) {
        take(best(open, step), step, false);
      } else {
        take(untried[random.nextInt(untried.length)], step, true);
      }
      elapsedSeconds += seconds(slots.get(slot).index());
    }
    return slots;
  }

  private int seconds(int index) {
    int seconds = pool.get(index).track().durationSeconds();
    return seconds > 0 ? seconds : USUAL_SECONDS;
  }

  /** Exploring slots are spread evenly, none of them first or last. */
  private boolean explores(int slot, int length) {
    return IntStream.rangeClosed(1, policy.exploringSlots())
        .anyMatch(nth -> nth * length / (policy.exploringSlots() + 1) == slot);
  }

  private int[] open(int slotsLeft) {
    int[] open = where(index -> !taken[index] && constraints.hasRoomFor(pool.get(index)));
    if (open.length == 0) {
      // Better a third track of an artist than an empty slot.
      open = where(index -> !taken[index]);
    }
    if (!constraints.needAll(slotsLeft)) {
      return open;
    }
    int[] needed =
        Arrays.stream(open).filter(index -> constraints.areHelpedBy(pool.get(index))).toArray();
    return needed.length == 0 ? open : needed;
  }

  private int[] where(IntPredicate condition) {
    return IntStream.range(0, pool.size()).filter(condition).toArray();
  }

  private int[] untried(int[] open, int step) {
    return Arrays.stream(open)
        .filter(index -> pool.get(index).hardlyTried())
        .filter(index -> pool.get(index).fits()[step] >= EXPLORED_FIT)
        .boxed()
        .sorted(Comparator.comparingDouble(index -> -marginalRelevance(index, step)))
        .limit(EXPLORED)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int best(int[] open, int step) {
    int best = open[0];
    double most = Double.NEGATIVE_INFINITY;
    for (int index : open) {
      double marginalRelevance = marginalRelevance(index, step);
      if (marginalRelevance > most) {
        most = marginalRelevance;
        best = index;
      }
    }
    return best;
  }

  private double marginalRelevance(int index, int step) {
    return scores[index]
        + policy.fit() * pool.get(index).fits()[step]
        - policy.variety() * maxSimilarity[index]
        - costOfLength(index, step);
  }

  private double costOfLength(int index, int step) {
    boolean isOnTheWay = step < target.steps().size() - 1;
    return isOnTheWay ? COST_OF_A_SECOND * Math.max(0, seconds(index) - LONG_SECONDS) : 0;
  }

  private void take(int index, int step, boolean explores) {
    slots.add(new Slot(index, step, explores));
    taken[index] = true;
    constraints.add(pool.get(index));
    double[] similarities = similarity.to(index);
    for (int other = 0; other < similarities.length; other++) {
      maxSimilarity[other] = Math.max(maxSimilarity[other], similarities[other]);
    }
  }
}
