package app.moodify.telemetry;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a piece of work comes from, as the sender tells it. Text that makes no sense tells nothing.
 *
 * @param parent the span that this work goes on from, in the same trace
 * @param link a span that this work has to do with, in a trace of its own
 */
public record TraceOrigin(Optional<SpanContext> parent, Optional<SpanContext> link) {
  /** The CloudEvents extension (github.com/cloudevents/spec, "Distributed Tracing"), and W3C's. */
  public static final String TRACEPARENT = "traceparent";

  /** The attribute that Pub/Sub's clients carry the same in. */
  public static final String PUBSUB_ATTRIBUTE = "googclient_traceparent";

  /** Nobody told. */
  public static final TraceOrigin UNKNOWN = new TraceOrigin(Optional.empty(), Optional.empty());

  /** Version 00 of W3C's "Trace Context"; later versions may only add to it. */
  private static final Pattern W3C =
      Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  /** Google's older header: TRACE_ID/SPAN_ID;o=1, the span as a decimal number. */
  private static final Pattern CLOUD_TRACE =
      Pattern.compile("([0-9a-f]{32})(?:/([0-9]{1,20}))?(?:;o=([01]))?");

  /** Reads a {@code traceparent}. */
  public static TraceOrigin of(Object traceparent) {
    return traceparent instanceof String text
        ? new TraceOrigin(w3c(text), Optional.empty())
        : UNKNOWN;
  }

  /** Reads a request's headers. */
  public static TraceOrigin ofRequest(Function<String, Optional<String>> headers) {
    return new TraceOrigin(
        headers
            .apply(TRACEPARENT)
            .flatMap(TraceOrigin::w3c)
            .or(() -> headers.apply("X-Cloud-Trace-Context").flatMap(TraceOrigin::cloudTrace)),
        Optional.empty());
  }

  /** Returns this, or the other where this tells nothing. */
  public TraceOrigin or(TraceOrigin other) {
    return parent.isPresent() || link.isPresent() ? this : other;
  }

  /** Returns the same span as something to look at, not to go on from. */
  public TraceOrigin asLink() {
    return new TraceOrigin(Optional.empty(), parent.or(this::link));
  }

  /** Writes a span as a {@code traceparent}. */
  static String traceparent(SpanContext span) {
    return "00-%s-%s-%s"
        .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
  }

  private static Optional<SpanContext> w3c(String text) {
    Matcher parts = W3C.matcher(text);
    return parts.matches()
        ? span(parts.group(1), parts.group(2), TraceFlags.fromHex(parts.group(3), 0))
        : Optional.empty();
  }

  private static Optional<SpanContext> cloudTrace(String text) {
    Matcher parts = CLOUD_TRACE.matcher(text);
    if (!parts.matches() || parts.group(2) == null) {
      return Optional.empty();
    }
    boolean sampled = "1".equals(parts.group(3));
    try {
      return span(
          parts.group(1),
          "%016x".formatted(Long.parseUnsignedLong(parts.group(2))),
          sampled ? TraceFlags.getSampled() : TraceFlags.getDefault());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Ids of zeros name nothing. */
  private static Optional<SpanContext> span(String trace, String span, TraceFlags flags) {
    return Optional.of(
            SpanContext.createFromRemoteParent(trace, span, flags, TraceState.getDefault()))
        .filter(SpanContext::isValid);
  }
}
