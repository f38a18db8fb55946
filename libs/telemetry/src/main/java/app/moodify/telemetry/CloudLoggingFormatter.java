package app.moodify.telemetry;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * A line of JSON for each record, with the fields that Cloud Logging takes out of a function's
 * output (cloud.google.com/logging/docs/structured-logging, "Special fields in the message") and
 * those by which Error Reporting knows an error.
 */
final class CloudLoggingFormatter extends Formatter {
  private static final String REPORTED_ERROR =
      "type.googleapis.com/google.devtools.clouderrorreporting.v1beta1.ReportedErrorEvent";

  private static final String PREFIX = "logging.googleapis.com/";
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  private final String project;
  private final String function;
  private final String revision;

  private record ServiceContext(String service, String version) {}

  private record SourceLocation(String file, String function) {
    static SourceLocation of(LogRecord record) {
      String file = record.getSourceClassName().replaceAll("\\$.*", "").replace('.', '/') + ".java";
      return new SourceLocation(file, record.getSourceMethodName());
    }
  }

  /**
   * Makes one for a function.
   *
   * @param project the Google Cloud project, which is in a trace's full name
   * @param revision what Cloud Run calls the deployed version; may be empty
   */
  CloudLoggingFormatter(String project, String function, String revision) {
    this.project = project;
    this.function = function;
    this.revision = revision;
  }

  @Override
  public String format(LogRecord record) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("severity", severity(record.getLevel()));
    line.put("message", Redaction.of(String.valueOf(formatMessage(record))));
    line.put("time", record.getInstant().toString());
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      line.put(PREFIX + "trace", "projects/" + project + "/traces/" + span.getTraceId());
      line.put(PREFIX + "spanId", span.getSpanId());
      line.put(PREFIX + "trace_sampled", span.isSampled());
    }
    line.put(PREFIX + "labels", labels());
    if (record.getSourceClassName() != null) {
      line.put(PREFIX + "sourceLocation", SourceLocation.of(record));
    }
    if (record.getThrown() != null) {
      StringWriter trace = new StringWriter();
      record.getThrown().printStackTrace(new PrintWriter(trace, true));
      line.put("stack_trace", Redaction.of(trace.toString()));
      if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
        line.put("@type", REPORTED_ERROR);
        line.put("serviceContext", new ServiceContext(function, revision));
      }
    }
    if (record instanceof Finished finished) {
      line.putAll(finished.fields());
    }
    if (record instanceof DetailedLine detailed) {
      line.put(detailed.name(), detailed.details());
    }
    return JSON.toJson(line) + '\n';
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("function", function);
    Operation.current().labels().forEach((name, text) -> labels.put(name, Redaction.of(text)));
    return labels;
  }

  private static String severity(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (value >= Level.WARNING.intValue()) {
      return "WARNING";
    }
    return value >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }
}
