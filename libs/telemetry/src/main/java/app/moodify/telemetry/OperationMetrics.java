package app.moodify.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

/**
 * The numbers of the last line once more, as OpenTelemetry's metrics. They go somewhere only where
 * {@code OTEL_METRICS_EXPORTER} says so.
 */
final class OperationMetrics {
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
  private static final AttributeKey<String> CODE = AttributeKey.stringKey("code");
  private static final AttributeKey<String> STEP = AttributeKey.stringKey("step");
  private static final AttributeKey<String> CATALOGUE = AttributeKey.stringKey("catalogue");
  private static final AttributeKey<Boolean> HIT = AttributeKey.booleanKey("hit");

  private final LongCounter outcomes;
  private final LongCounter lookups;
  private final DoubleHistogram steps;

  OperationMetrics(Meter meter) {
    outcomes = meter.counterBuilder("moodify.outcomes").build();
    lookups = meter.counterBuilder("moodify.cache.lookups").build();
    steps = meter.histogramBuilder("moodify.step.duration").setUnit("ms").build();
  }

  void record(Operation.Summary summary) {
    outcomes.add(1, Attributes.of(OUTCOME, summary.outcome(), CODE, summary.code().orElse("")));
    summary.steps().forEach((step, time) -> steps.record(time, Attributes.of(STEP, step)));
    summary
        .lookups()
        .forEach(
            (catalogue, each) -> {
              lookups.add(each.hits(), Attributes.of(CATALOGUE, catalogue, HIT, true));
              lookups.add(each.misses(), Attributes.of(CATALOGUE, catalogue, HIT, false));
            });
  }
}
