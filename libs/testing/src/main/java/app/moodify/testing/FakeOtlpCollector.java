package app.moodify.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A collector of OpenTelemetry's protocol over HTTP, as far as receiving goes. */
public final class FakeOtlpCollector implements AutoCloseable {
  private final HttpServer server;
  private final List<ExportTraceServiceRequest> traces = new CopyOnWriteArrayList<>();
  private final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();

  /** A span that arrived, with the name of the function that sent it. */
  public record Arrived(String function, Span span) {
    /** Returns the span's name. */
    public String name() {
      return span.getName();
    }

    /** Returns the trace it is in. */
    public String trace() {
      return HexFormat.of().formatHex(span.getTraceId().toByteArray());
    }

    /** Returns its own id. */
    public String id() {
      return HexFormat.of().formatHex(span.getSpanId().toByteArray());
    }

    /** Returns its parent's id; empty without one. */
    public String parent() {
      return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
    }
  }

  /** Starts it on a free port. */
  public FakeOtlpCollector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/traces",
        exchange -> {
          traces.add(ExportTraceServiceRequest.parseFrom(body(exchange)));
          acknowledge(exchange);
        });
    server.createContext(
        "/v1/metrics",
        exchange -> {
          metrics.add(ExportMetricsServiceRequest.parseFrom(body(exchange)));
          acknowledge(exchange);
        });
    server.start();
  }

  /** Returns what OTEL_EXPORTER_OTLP_ENDPOINT is to say. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns the spans that have arrived. */
  public List<Arrived> spans() {
    return traces.stream()
        .flatMap(request -> request.getResourceSpansList().stream())
        .flatMap(
            resource -> {
              String function =
                  resource.getResource().getAttributesList().stream()
                      .filter(attribute -> attribute.getKey().equals("service.name"))
                      .map(attribute -> attribute.getValue().getStringValue())
                      .findFirst()
                      .orElse("");
              return resource.getScopeSpansList().stream()
                  .flatMap(scope -> scope.getSpansList().stream())
                  .map(span -> new Arrived(function, span));
            })
        .toList();
  }

  /** Returns the only span of a name. */
  public Arrived span(String name) {
    List<Arrived> found = spans().stream().filter(span -> span.name().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "There are %d spans %s among %s"
              .formatted(found.size(), name, spans().stream().map(Arrived::name).toList()));
    }
    return found.get(0);
  }

  /** Returns the metrics that have arrived. */
  public Stream<Metric> metrics() {
    return metrics.stream()
        .flatMap(request -> request.getResourceMetricsList().stream())
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream());
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream sent = exchange.getRequestBody();
    return (packed ? new GZIPInputStream(sent) : sent).readAllBytes();
  }

  private static void acknowledge(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
