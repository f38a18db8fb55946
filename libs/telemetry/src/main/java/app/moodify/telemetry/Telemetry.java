package app.moodify.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What one function reports of each event or request that it handles. Thread-safe. */
public final class Telemetry implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Telemetry.class.getName());

  private final String function;
  private final Exporter exporter;
  private final Tracer tracer;
  private final OperationMetrics metrics;

  /** Something to handle. */
  @FunctionalInterface
  public interface Task<E extends Exception> {
    /** Handles it. */
    void run() throws E;
  }

  private Telemetry(String function, Exporter exporter) {
    this.function = function;
    this.exporter = exporter;
    this.tracer = exporter.api().getTracer("app.moodify");
    this.metrics = new OperationMetrics(exporter.api().getMeter("app.moodify"));
  }

  /** Starts a function's telemetry as this process's environment says. To be called first. */
  public static Telemetry start(String function) {
    return start(function, System.getenv());
  }

  static Telemetry start(String function, Map<String, String> environment) {
    CloudLogging.install(function, environment);
    // Google's clients ask for one of their own accord, and would find the SDK.
    if (!GlobalOpenTelemetry.isSet()) {
      GlobalOpenTelemetry.set(OpenTelemetry.noop());
    }
    return new Telemetry(
        function,
        Exporter.isWanted(environment) ? OtlpExporter.start(function, environment) : Exporter.NONE);
  }

  /** Returns telemetry that leaves the log as it is and sends nothing, for tests. */
  public static Telemetry silent() {
    return new Telemetry("test", Exporter.NONE);
  }

  /**
   * Handles an event or a request: what is logged meanwhile carries its trace, and at the end a
   * line reports the outcome and how long each step took. What the task throws is logged, and
   * thrown on.
   *
   * @param origin what it comes from
   */
  @SuppressWarnings("try") // A scope is there to be closed.
  public <E extends Exception> void handle(TraceOrigin origin, Task<E> task) throws E {
    Operation operation = new Operation(tracer);
    Span span = span(origin);
    long start = System.nanoTime();
    try (Scope scope = operation.in(Context.root().with(span)).makeCurrent()) {
      try {
        task.run();
      } catch (Exception e) {
        operation.outcome("error", e.getClass().getSimpleName());
        Operation.failed(span, e);
        LOG.log(Level.SEVERE, "It failed, and is tried again if it can be", e);
        throw e;
      } finally {
        finish(operation, span, Operation.milliseconds(start));
      }
    } finally {
      exporter.flush();
    }
  }

  private void finish(Operation operation, Span span, double milliseconds) {
    Operation.Summary summary = operation.summary(milliseconds);
    LOG.log(new Finished(summary));
    metrics.record(summary);
    operation.labels().forEach((name, value) -> span.setAttribute("moodify." + name, value));
    span.setAttribute("moodify.outcome", summary.outcome());
    summary.code().ifPresent(code -> span.setAttribute("moodify.code", code));
    span.end();
  }

  /** Without an exporter it is only a name, by which the lines of one operation are found. */
  private Span span(TraceOrigin origin) {
    if (exporter == Exporter.NONE) {
      return Span.wrap(origin.parent().orElseGet(Telemetry::newTrace));
    }
    SpanBuilder builder = tracer.spanBuilder(function).setSpanKind(SpanKind.SERVER);
    origin
        .parent()
        .ifPresentOrElse(
            parent -> builder.setParent(Context.root().with(Span.wrap(parent))),
            builder::setNoParent);
    origin.link().ifPresent(builder::addLink);
    return builder.startSpan();
  }

  private static SpanContext newTrace() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return SpanContext.create(
        "%016x%016x".formatted(random.nextLong(), random.nextLong()),
        "%016x".formatted(random.nextLong()),
        TraceFlags.getDefault(),
        TraceState.getDefault());
  }

  /** Sends what is there, and ends the exporter. */
  @Override
  public void close() {
    exporter.close();
  }
}
