package app.moodify.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import java.util.Map;

/** Where spans and metrics go. */
interface Exporter {
  /** Nowhere. */
  Exporter NONE =
      new Exporter() {
        @Override
        public OpenTelemetry api() {
          return OpenTelemetry.noop();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** Returns what spans are made with. */
  OpenTelemetry api();

  /** Sends what is there, and waits for it: between events there is no processor to send with. */
  void flush();

  /** Sends what is there, and ends. */
  void close();

  /**
   * Returns whether the environment names an exporter, by OpenTelemetry's own variables. Only then
   * may classes of the SDK be loaded: they would make every start longer.
   */
  static boolean isWanted(Map<String, String> environment) {
    if (environment.getOrDefault("OTEL_SDK_DISABLED", "").equalsIgnoreCase("true")) {
      return false;
    }
    String exporter = environment.getOrDefault("OTEL_TRACES_EXPORTER", "");
    return isSet(environment, "OTEL_EXPORTER_OTLP_ENDPOINT")
        || isSet(environment, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
        || (!exporter.isBlank() && !exporter.equals("none"));
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }
}
