package app.moodify.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The event or request that a thread handles, and what is recorded of it. Outside of one nothing is
 * recorded, and every call is without effect. Thread-safe.
 */
public final class Operation {
  private static final ContextKey<Operation> KEY = ContextKey.named("moodify-operation");

  private final Tracer tracer;
  private final Map<String, String> labels = new ConcurrentHashMap<>();
  private final Map<String, Double> steps = new ConcurrentHashMap<>();
  private final Map<String, Lookups> lookups = new ConcurrentHashMap<>();
  private volatile String outcome = "done";
  private volatile Optional<String> code = Optional.empty();

  /** Something that is done, with a result. */
  @FunctionalInterface
  public interface Step<T, E extends Exception> {
    /** Does it. */
    T take() throws E;
  }

  /**
   * How often a catalogue's answer was remembered.
   *
   * @param hits without asking the catalogue
   * @param misses after asking it, or trying to
   */
  record Lookups(int hits, int misses) {
    Lookups plus(Lookups other) {
      return new Lookups(hits + other.hits, misses + other.misses);
    }
  }

  /** What is recorded of it in the end. */
  record Summary(
      String outcome,
      Optional<String> code,
      double milliseconds,
      SortedMap<String, Double> steps,
      SortedMap<String, Lookups> lookups) {}

  Operation(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Returns this thread's operation. */
  public static Operation current() {
    Operation current = Context.current().get(KEY);
    return current == null ? new Operation(TracerProvider.noop().get("")) : current;
  }

  /** Returns an executor whose tasks are part of the operation of whoever submits them. */
  public static Executor carriedTo(Executor executor) {
    return task -> executor.execute(Context.current().wrap(task));
  }

  /**
   * Returns the present span, for others to go on from: in a document or a message. Empty outside
   * of any operation.
   */
  public static Optional<String> traceparent() {
    return Optional.of(Span.current().getSpanContext())
        .filter(span -> span.isValid())
        .map(TraceOrigin::traceparent);
  }

  Context in(Context context) {
    return context.with(KEY, this);
  }

  /** Says which mood entry it is about: a label of every line from now on. */
  public void about(String moodId) {
    label("moodId", moodId);
  }

  /** Adds a label to every line from now on, which must not name a person. */
  public void label(String name, String value) {
    labels.put(name, value);
  }

  Map<String, String> labels() {
    return labels;
  }

  /**
   * Records the outcome, for counting.
   *
   * @param outcome one of a few words, such as {@code ready}
   */
  public void outcome(String outcome) {
    this.outcome = outcome;
    this.code = Optional.empty();
  }

  /**
   * Records the outcome, and why.
   *
   * @param code one of a few words, such as {@code too_large}
   */
  public void outcome(String outcome, String code) {
    this.outcome = outcome;
    this.code = Optional.of(code);
  }

  /** Takes a step, and its time. The time of a step that is taken several times is the longest. */
  @SuppressWarnings("try") // A scope is there to be closed.
  public <T, E extends Exception> T step(String name, Step<T, E> step) throws E {
    Span span = tracer.spanBuilder(name).startSpan();
    long start = System.nanoTime();
    try (Scope scope = span.makeCurrent()) {
      return step.take();
    } catch (Exception e) {
      failed(span, e);
      throw e;
    } finally {
      steps.merge(name, milliseconds(start), Math::max);
      span.end();
    }
  }

  /** Takes a step that has no result. */
  public void run(String name, Runnable step) {
    step(
        name,
        () -> {
          step.run();
          return null;
        });
  }

  /**
   * Records steps that were taken one after the other, the last of them right now.
   *
   * @param names with the milliseconds that each took, the first first
   */
  public void took(Map<String, Double> names) {
    double before = names.values().stream().mapToDouble(Double::doubleValue).sum();
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    for (Map.Entry<String, Double> step : names.entrySet()) {
      long start = now - nanoseconds(before);
      before -= step.getValue();
      tracer
          .spanBuilder(step.getKey())
          .setStartTimestamp(start, TimeUnit.NANOSECONDS)
          .startSpan()
          .end(now - nanoseconds(before), TimeUnit.NANOSECONDS);
      steps.merge(step.getKey(), step.getValue(), Math::max);
    }
  }

  /**
   * Counts whether an answer was remembered.
   *
   * @param what whose, in one lower-case word
   */
  public void lookedUp(String what, boolean isHit) {
    lookups.merge(what, isHit ? new Lookups(1, 0) : new Lookups(0, 1), Lookups::plus);
  }

  Summary summary(double milliseconds) {
    return new Summary(outcome, code, milliseconds, new TreeMap<>(steps), new TreeMap<>(lookups));
  }

  static double milliseconds(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  /** Without its message, which may quote what a person sent. */
  static void failed(Span span, Exception e) {
    span.setStatus(StatusCode.ERROR);
    span.setAttribute("error.type", e.getClass().getName());
  }

  private static long nanoseconds(double milliseconds) {
    return Math.round(milliseconds * 1e6);
  }
}
