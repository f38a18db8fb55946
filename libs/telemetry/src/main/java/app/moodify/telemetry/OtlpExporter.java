package app.moodify.telemetry;

import com.google.auth.oauth2.GoogleCredentials;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Sends spans by OpenTelemetry's protocol over HTTP, as OpenTelemetry's own environment variables
 * say (opentelemetry.io/docs/languages/java/configuration), with defaults that suit functions.
 */
final class OtlpExporter implements Exporter {
  private static final Logger LOG = Logger.getLogger(OtlpExporter.class.getName());

  /** Google Cloud's own collector, which wants to know who sends. */
  private static final String GOOGLE = "telemetry.googleapis.com";

  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  /** How long an event waits for its spans to arrive, before it is answered without. */
  private static final String TIMEOUT = "otel.exporter.otlp.timeout";

  private final OpenTelemetrySdk sdk;
  private final Duration timeout;

  private OtlpExporter(OpenTelemetrySdk sdk, Duration timeout) {
    this.sdk = sdk;
    this.timeout = timeout;
  }

  static OtlpExporter start(String function, Map<String, String> environment) {
    AtomicReference<Duration> timeout = new AtomicReference<>();
    AutoConfiguredOpenTelemetrySdk configured =
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> settings(function, environment))
            .addPropertiesCustomizer(
                config -> {
                  timeout.set(config.getDuration(TIMEOUT));
                  return Map.of();
                })
            .addResourceCustomizer(
                (resource, config) -> resource.toBuilder().putAll(about(environment)).build())
            .addSpanExporterCustomizer(OtlpExporter::withCredentials)
            .addMetricExporterCustomizer(OtlpExporter::withCredentials)
            .disableShutdownHook()
            .build();
    return new OtlpExporter(configured.getOpenTelemetrySdk(), timeout.get());
  }

  /** The defaults, and what the environment says, in the SDK's own spelling. */
  private static Map<String, String> settings(String function, Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>(defaults(function));
    settings.put(TIMEOUT, "5000");
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("OTEL_") && !value.isBlank()) {
            settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return settings;
  }

  /** What holds where the environment says nothing else. */
  private static Map<String, String> defaults(String function) {
    return Map.of(
        "otel.service.name", function,
        "otel.exporter.otlp.protocol", "http/protobuf",
        "otel.metrics.exporter", "none",
        "otel.logs.exporter", "none",
        // The platform samples a request in ten seconds, whatever it is about; a trace from upload
        // to playlist is whole or of no use. traceidratio thins them out whole.
        "otel.traces.sampler", "always_on",
        // Comes with Google's clients, and would ask the metadata server at every start.
        "otel.java.disabled.resource.providers",
            "io.opentelemetry.contrib.gcp.resource.GCPResourceProvider");
  }

  private static Attributes about(Map<String, String> environment) {
    return Attributes.of(
        AttributeKey.stringKey("service.namespace"), "moodify",
        AttributeKey.stringKey("service.version"), environment.getOrDefault("K_REVISION", "local"),
        // By which Google Cloud's collector knows the project.
        AttributeKey.stringKey("gcp.project_id"),
            environment.getOrDefault("GOOGLE_CLOUD_PROJECT", ""));
  }

  private static SpanExporter withCredentials(SpanExporter exporter, ConfigProperties config) {
    return exporter instanceof OtlpHttpSpanExporter http && goesToGoogle(config, "traces")
        ? http.toBuilder().setHeaders(credentials()).build()
        : exporter;
  }

  private static MetricExporter withCredentials(MetricExporter exporter, ConfigProperties config) {
    return exporter instanceof OtlpHttpMetricExporter http && goesToGoogle(config, "metrics")
        ? http.toBuilder().setHeaders(credentials()).build()
        : exporter;
  }

  private static boolean goesToGoogle(ConfigProperties config, String signal) {
    String endpoint =
        config.getString(
            "otel.exporter.otlp." + signal + ".endpoint",
            config.getString("otel.exporter.otlp.endpoint", ""));
    return GOOGLE.equals(URI.create(endpoint).getHost());
  }

  /** Asks the function's own account, which remembers its token for as long as it is good. */
  private static Supplier<Map<String, String>> credentials() {
    GoogleCredentials account;
    try {
      account = GoogleCredentials.getApplicationDefault().createScoped(SCOPE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Traces cannot be sent to " + GOOGLE + ": there are no credentials", e);
    }
    return () -> {
      try {
        return account.getRequestMetadata().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> first(header.getValue())));
      } catch (IOException e) {
        LOG.warning("Traces are sent without credentials: there is no token for now");
        return Map.of();
      }
    };
  }

  private static String first(List<String> values) {
    return values.get(0);
  }

  @Override
  public OpenTelemetry api() {
    return sdk;
  }

  @Override
  public void flush() {
    CompletableResultCode.ofAll(
            List.of(
                sdk.getSdkTracerProvider().forceFlush(), sdk.getSdkMeterProvider().forceFlush()))
        .join(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    sdk.close();
  }
}
