package app.moodify.music.ranking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Thins candidates out before they are compared with each other, which takes the square of their
 * number. Leaves the best for each step, and the best of each source and genre family, so that
 * nothing a list must have is lost.
 */
final class CandidatePool {
  private static final int BEST = 100;
  private static final int BEST_OF_A_KIND = 4;

  private CandidatePool() {}

  /**
   * Returns the candidates worth comparing, always in the same order.
   *
   * @param candidates in an order that is always the same
   * @param base score of each without its nearness to the target
   */
  static List<Candidate> of(
      List<Candidate> candidates, ToDoubleFunction<Candidate> base, RankingPolicy policy) {
    BitSet pool = new BitSet();
    double[] bases = candidates.stream().mapToDouble(base).toArray();
    int steps = candidates.isEmpty() ? 0 : candidates.get(0).fits().length;
    for (int step = 0; step < steps; step++) {
      double[] scores = new double[bases.length];
      List<Integer> order = new ArrayList<>(bases.length);
      for (int index = 0; index < bases.length; index++) {
        scores[index] = bases[index] + policy.fit() * candidates.get(index).fits()[step];
        order.add(index);
      }
      order.sort(Comparator.comparingDouble(index -> -scores[index]));
      order.subList(0, Math.min(share(step, steps), order.size())).forEach(pool::set);
      if (step == steps - 1) {
        addBestOfEachKind(candidates, order, pool);
      }
    }
    return pool.stream().mapToObj(candidates::get).toList();
  }

  /** The last step has most of the list's tracks, the ones before it have one or two. */
  private static int share(int step, int steps) {
    int earlier = steps == 1 ? 0 : BEST / 2 / (steps - 1);
    return step == steps - 1 ? BEST - (steps - 1) * earlier : earlier;
  }

  /** What a list must have is put in its last slots if need be, which belong to the last step. */
  private static void addBestOfEachKind(
      List<Candidate> candidates, List<Integer> order, BitSet pool) {
    Map<String, Integer> sources = new HashMap<>();
    Map<String, Integer> families = new HashMap<>();
    for (int index : order) {
      Candidate each = candidates.get(index);
      boolean ofSource = isAmongTheBest(sources, each.track().source());
      boolean ofFamily =
          each.family().filter(family -> isAmongTheBest(families, family)).isPresent();
      if (ofSource || ofFamily) {
        pool.set(index);
      }
    }
  }

  private static boolean isAmongTheBest(Map<String, Integer> counts, String kind) {
    return counts.merge(kind, 1, Integer::sum) <= BEST_OF_A_KIND;
  }
}
