package app.moodify.telemetry;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/**
 * The last line of a piece of work, which metrics are made of: see terraform/metrics.tf. Its fields
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

  /** Writes what metrics are made of. */
  void writeFields(JsonWriter json) throws IOException {
    json.name("outcome").value(summary.outcome());
    Optional<String> code = summary.code();
    json.name("code").value(code.orElse(""));
    json.name("milliseconds").value(rounded(summary.milliseconds()));
    json.name("steps").beginObject();
    for (Map.Entry<String, Double> step : summary.steps().entrySet()) {
      json.name(step.getKey()).value(rounded(step.getValue()));
    }
    json.endObject();
    json.name("cache").beginObject();
    for (Map.Entry<String, Operation.Lookups> catalogue : summary.lookups().entrySet()) {
      json.name(catalogue.getKey()).beginObject();
      json.name("hits").value(catalogue.getValue().hits());
      json.name("misses").value(catalogue.getValue().misses());
      json.endObject();
    }
    json.endObject();
  }

  private static double rounded(double milliseconds) {
    return Math.round(milliseconds * 10) / 10.0;
  }
}
