package app.moodify.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an operation comes from, as the sender says. Text that makes no sense counts as none.
 *
 * @param parent the span that the operation goes on from, in the same trace
 * @param link a span that the operation has to do with, in a trace of its own
 */
public record TraceOrigin(Optional<SpanContext> parent, Optional<SpanContext> link) {
  /** The CloudEvents extension (github.com/cloudevents/spec, "Distributed Tracing"), and W3C's. */
  public static final String TRACEPARENT = "traceparent";

  /** The attribute that Pub/Sub's clients carry the same in. */
  public static final String PUBSUB_ATTRIBUTE = "googclient_traceparent";

  /** An operation whose sender says nothing. */
  public static final TraceOrigin UNKNOWN = new TraceOrigin(Optional.empty(), Optional.empty());

  private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

  /**
   * Google's older header: TRACE_ID/SPAN_ID;o=1, the span as a decimal number. Google's own
   * propagator for it (com.google.cloud.opentelemetry:propagators-gcp, an alpha) throws on a number
   * of more than 64 bits and logs what a caller sent, so the header is rewritten as a traceparent
   * here and read as one.
   */
  private static final Pattern CLOUD_TRACE =
      Pattern.compile("([0-9a-f]{32})/([0-9]{1,20})(?:;o=([01]))?");

  /** Reads a {@code traceparent}. */
  public static TraceOrigin of(Object traceparent) {
    return traceparent instanceof String text
        ? new TraceOrigin(read(text), Optional.empty())
        : UNKNOWN;
  }

  /** Reads a request's headers. */
  public static TraceOrigin ofRequest(Function<String, Optional<String>> headers) {
    return new TraceOrigin(
        headers
            .apply(TRACEPARENT)
            .flatMap(TraceOrigin::read)
            .or(() -> headers.apply("X-Cloud-Trace-Context").flatMap(TraceOrigin::readCloudTrace)),
        Optional.empty());
  }

  /** Returns this, or the other where this is unknown. */
  public TraceOrigin or(TraceOrigin other) {
    return parent.isPresent() || link.isPresent() ? this : other;
  }

  /** Returns the same span as something to look at, not to go on from. */
  public TraceOrigin asLink() {
    return new TraceOrigin(Optional.empty(), parent.or(this::link));
  }

  /** Writes a span as a {@code traceparent}. */
  static String traceparent(SpanContext span) {
    Map<String, String> headers = new HashMap<>();
    W3C.inject(Context.root().with(Span.wrap(span)), headers, Map::put);
    return headers.get(TRACEPARENT);
  }

  private static Optional<SpanContext> read(String traceparent) {
    Context context = W3C.extract(Context.root(), traceparent, new OnlyTraceparent());
    return Optional.of(Span.fromContext(context).getSpanContext()).filter(SpanContext::isValid);
  }

  private static Optional<SpanContext> readCloudTrace(String header) {
    Matcher parts = CLOUD_TRACE.matcher(header);
    return parts.matches()
        ? read(
            "00-%s-%016x-0%s"
                .formatted(
                    parts.group(1),
                    new BigInteger(parts.group(2)),
                    Optional.ofNullable(parts.group(3)).orElse("0")))
        : Optional.empty();
  }

  /** Leaves {@code tracestate} out, in which a caller may send any text. */
  private static final class OnlyTraceparent implements TextMapGetter<String> {
    @Override
    public Iterable<String> keys(String traceparent) {
      return List.of(TRACEPARENT);
    }

    @Override
    public String get(String traceparent, String key) {
      return key.equals(TRACEPARENT) ? traceparent : null;
    }
  }
}
