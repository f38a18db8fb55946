package app.moodify.music.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Thins candidates out before they are compared with each other, which takes the square of their
 * number. Leaves the best for each step, and the best of each source and genre family, so that
 * nothing a list must have is lost. Chance has no part in it.
 */
final class CandidatePool {
  private static final int BEST = 120;
  private static final int BEST_OF_A_KIND = 6;

  private CandidatePool() {}

  /**
   * Returns the candidates worth comparing, always in the same order.
   *
   * @param base what each is worth without its nearness to the target
   */
  static List<Candidate> of(
      List<Candidate> candidates, ToDoubleFunction<Candidate> base, RankingPolicy policy) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    Set<Candidate> pool = new LinkedHashSet<>();
    int steps = candidates.get(0).fits().length;
    Map<Candidate, Double> bases = new HashMap<>();
    candidates.forEach(each -> bases.put(each, base.applyAsDouble(each)));
    for (int step = 0; step < steps; step++) {
      int current = step;
      List<Candidate> ordered = new ArrayList<>(candidates);
      ordered.sort(
          Comparator.comparingDouble(
                  (Candidate each) -> -(bases.get(each) + policy.fit() * each.fits()[current]))
              .thenComparing(each -> each.track().id()));
      ordered.stream().limit(BEST / steps).forEach(pool::add);
      Map<String, Integer> kinds = new HashMap<>();
      for (Candidate each : ordered) {
        boolean ofSource = kinds.merge(each.track().source(), 1, Integer::sum) <= BEST_OF_A_KIND;
        boolean ofFamily =
            each.family()
                .filter(family -> kinds.merge("genre " + family, 1, Integer::sum) <= BEST_OF_A_KIND)
                .isPresent();
        if (ofSource || ofFamily) {
          pool.add(each);
        }
      }
    }
    return List.copyOf(pool);
  }
}
