package app.moodify.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/**
 * The last line of an operation, which metrics are made of: see terraform/metrics.tf. Its fields
 * are a contract with that file.
 */
final class Finished extends LogRecord {
  private static final long serialVersionUID = 1L;

  private final transient Operation.Summary summary;

  Finished(Operation.Summary summary) {
    super(Level.INFO, sentence(summary));
    this.summary = summary;
    setLoggerName(Telemetry.class.getName());
    setSourceClassName(Telemetry.class.getName());
    setSourceMethodName("handle");
  }

  private static String sentence(Operation.Summary summary) {
    String steps =
        summary.steps().entrySet().stream()
            .map(step -> "%s %.0f".formatted(step.getKey(), step.getValue()))
            .collect(Collectors.joining(", "));
    return "Finished: %s%s, %.0f ms%s"
        .formatted(
            summary.outcome(),
            summary.code().map(code -> " (" + code + ")").orElse(""),
            summary.milliseconds(),
            steps.isEmpty() ? "" : ": " + steps);
  }

  /** Returns what metrics are made of. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("outcome", summary.outcome());
    fields.put("code", summary.code().orElse(""));
    fields.put("milliseconds", rounded(summary.milliseconds()));
    Map<String, Double> steps = new TreeMap<>(summary.steps());
    steps.replaceAll((step, milliseconds) -> rounded(milliseconds));
    fields.put("steps", steps);
    fields.put("cache", summary.lookups());
    return fields;
  }

  private static double rounded(double milliseconds) {
    return Math.round(milliseconds * 10) / 10.0;
  }
}
