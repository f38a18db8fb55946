package app.moodify.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.testing.FakeOtlpCollector;
import app.moodify.testing.FakeOtlpCollector.Arrived;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  @Test
  void spansGoToTheExporterThatIsConfiguredBeforeAnEventIsAnswered() throws IOException {
    try (FakeOtlpCollector collector = new FakeOtlpCollector();
        Telemetry telemetry = sendingTo(collector)) {
      telemetry.handle(
          TraceOrigin.of("00-" + TRACE + "-" + PARENT + "-00"),
          () -> {
            Operation.current().about("entry");
            Operation.current().run("write", () -> {});
          });

      Arrived event = collector.span("detect");
      Arrived step = collector.span("write");
      assertThat(event.function()).isEqualTo("detect");
      assertThat(event.trace()).isEqualTo(TRACE);
      assertThat(event.parent()).isEqualTo(PARENT);
      assertThat(step.trace()).isEqualTo(TRACE);
      assertThat(step.parent()).isEqualTo(event.id());
      assertThat(event.span().getAttributesList().toString()).contains("moodify.moodId", "entry");
    }
  }

  @Test
  void aStepInTheBackgroundIsPartOfTheOperation() throws IOException {
    Executor background = Operation.carriedTo(Executors.newSingleThreadExecutor());
    try (FakeOtlpCollector collector = new FakeOtlpCollector();
        Telemetry telemetry = sendingTo(collector)) {
      telemetry.handle(
          TraceOrigin.UNKNOWN,
          () ->
              CompletableFuture.runAsync(
                      () -> Operation.current().run("claim", () -> {}), background)
                  .join());

      assertThat(collector.span("claim").parent()).isEqualTo(collector.span("detect").id());
    }
  }

  @Test
  void stepsThatWereTakenBeforeAreRecordedOneAfterTheOther() throws IOException {
    try (FakeOtlpCollector collector = new FakeOtlpCollector();
        Telemetry telemetry = sendingTo(collector)) {
      Map<String, Double> steps = new LinkedHashMap<>();
      steps.put("decode", 30.0);
      steps.put("classify", 12.0);
      telemetry.handle(TraceOrigin.UNKNOWN, () -> Operation.current().took(steps));

      Arrived decode = collector.span("decode");
      Arrived classify = collector.span("classify");
      assertThat(decode.span().getEndTimeUnixNano())
          .isEqualTo(classify.span().getStartTimeUnixNano());
      assertThat(decode.span().getEndTimeUnixNano() - decode.span().getStartTimeUnixNano())
          .isEqualTo(30_000_000);
    }
  }

  @Test
  void aFaultIsNamedWithoutItsWords() throws IOException {
    try (FakeOtlpCollector collector = new FakeOtlpCollector();
        Telemetry telemetry = sendingTo(collector)) {
      assertThatThrownBy(
              () ->
                  telemetry.handle(
                      TraceOrigin.UNKNOWN,
                      () -> {
                        throw new IllegalStateException("of ada@example.org");
                      }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(collector.span("detect").span().toString())
          .contains("IllegalStateException", "STATUS_CODE_ERROR")
          .doesNotContain("ada@example.org");
    }
  }

  @Test
  void anOperationThatLinksToATraceHasOneOfItsOwn() throws IOException {
    try (FakeOtlpCollector collector = new FakeOtlpCollector();
        Telemetry telemetry = sendingTo(collector)) {
      telemetry.handle(TraceOrigin.of("00-" + TRACE + "-" + PARENT + "-01").asLink(), () -> {});

      Arrived event = collector.span("detect");
      assertThat(event.trace()).isNotEqualTo(TRACE);
      assertThat(event.span().getLinksCount()).isEqualTo(1);
    }
  }

  @Test
  void metricsAreExportedWhereThatIsConfigured() throws IOException {
    try (FakeOtlpCollector collector = new FakeOtlpCollector();
        Telemetry telemetry =
            Telemetry.start(
                "recommend", environment(collector, Map.of("OTEL_METRICS_EXPORTER", "otlp")))) {
      telemetry.handle(TraceOrigin.UNKNOWN, () -> Operation.current().lookedUp("audius", true));

      assertThat(collector.metrics().map(metric -> metric.getName()))
          .contains("moodify.outcomes", "moodify.cache.lookups");
    }
  }

  @Test
  void aCollectorThatIsDownCostsNoEvent() {
    try (Telemetry telemetry =
        Telemetry.start("detect", Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"))) {
      telemetry.handle(TraceOrigin.UNKNOWN, () -> Operation.current().outcome("ready"));
    }
  }

  @Test
  void theSpanGoesOnInDocumentsAndMessagesAlsoWithoutAnExporter() {
    String sent = "00-" + TRACE + "-" + PARENT + "-01";

    Telemetry.silent()
        .handle(TraceOrigin.of(sent), () -> assertThat(Operation.traceparent()).contains(sent));
    assertThat(Operation.traceparent()).isEmpty();
  }

  @Test
  void bothHeadersOfARequestAreUnderstood() {
    assertThat(
            TraceOrigin.ofRequest(
                    name ->
                        name.equals("X-Cloud-Trace-Context")
                            ? Optional.of(TRACE + "/67667974448284343;o=1")
                            : Optional.empty())
                .parent()
                .map(TraceOrigin::traceparent))
        .contains("00-" + TRACE + "-00f067aa0ba902b7-01");
  }

  @Test
  void nonsenseIsNoOrigin() {
    String zeros = "00-" + "0".repeat(32) + "-" + PARENT + "-01";

    assertThat(TraceOrigin.of("ada@example.org")).isEqualTo(TraceOrigin.UNKNOWN);
    assertThat(TraceOrigin.of(null)).isEqualTo(TraceOrigin.UNKNOWN);
    assertThat(TraceOrigin.of(zeros)).isEqualTo(TraceOrigin.UNKNOWN);
    assertThat(TraceOrigin.ofRequest(name -> Optional.of("x/y;o=9")))
        .isEqualTo(TraceOrigin.UNKNOWN);
  }

  private static Telemetry sendingTo(FakeOtlpCollector collector) {
    return Telemetry.start("detect", environment(collector, Map.of()));
  }

  private static Map<String, String> environment(
      FakeOtlpCollector collector, Map<String, String> more) {
    Map<String, String> environment = new LinkedHashMap<>(more);
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint());
    // The first export loads a client; on a busy machine that takes longer than an event may wait.
    environment.put("OTEL_EXPORTER_OTLP_TIMEOUT", "60000");
    return environment;
  }
}
