package app.moodify.lab.evaluate;

import app.moodify.lab.dataset.Split;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one model.
 *
 * @param model its version
 * @param views what an answer is the mean of
 * @param splits a report for each split that was measured, by its name
 * @param photos the report on whole photos, null if that was not measured
 */
record Metrics(String model, String views, Map<String, SplitReport> splits, PhotoReport photos) {
  private static final String VIEWS = "original + mirrored";

  /** Nothing is known yet. */
  static Metrics of(String model) {
    return new Metrics(model, VIEWS, Map.of(), null);
  }

  /** Returns this if it is about that model; else that nothing is known: models do not mix. */
  Metrics about(String version) {
    return version.equals(model) && splits != null ? this : of(version);
  }

  /** Returns this with a newer report on a split. */
  Metrics with(Split split, SplitReport report) {
    Map<String, SplitReport> all = new LinkedHashMap<>();
    for (Split each : Split.values()) {
      Optional.ofNullable(each == split ? report : splits.get(each.key()))
          .ifPresent(known -> all.put(each.key(), known));
    }
    return new Metrics(model, views, all, photos);
  }

  /** Returns this with a newer report on photos. */
  Metrics with(PhotoReport report) {
    return new Metrics(model, views, splits, report);
  }
}
