package app.moodify.telemetry;

import com.google.gson.stream.JsonWriter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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

  private final String project;
  private final String function;
  private final String revision;

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
    StringWriter line = new StringWriter(512);
    try (JsonWriter json = new JsonWriter(line)) {
      json.beginObject();
      json.name("severity").value(severity(record.getLevel()));
      json.name("message").value(Redaction.of(String.valueOf(formatMessage(record))));
      json.name("time").value(record.getInstant().toString());
      writeTrace(json, Span.current().getSpanContext());
      writeLabels(json);
      writeSource(json, record);
      if (record.getThrown() != null) {
        writeThrown(json, record);
      }
      if (record instanceof Finished finished) {
        finished.writeFields(json);
      }
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A text cannot be written to", e);
    }
    return line.append('\n').toString();
  }

  private void writeTrace(JsonWriter json, SpanContext span) throws IOException {
    if (!span.isValid()) {
      return;
    }
    json.name("logging.googleapis.com/trace")
        .value("projects/" + project + "/traces/" + span.getTraceId());
    json.name("logging.googleapis.com/spanId").value(span.getSpanId());
    json.name("logging.googleapis.com/trace_sampled").value(span.isSampled());
  }

  private void writeLabels(JsonWriter json) throws IOException {
    json.name("logging.googleapis.com/labels").beginObject();
    json.name("function").value(function);
    for (Map.Entry<String, String> label : Operation.current().labels().entrySet()) {
      json.name(label.getKey()).value(Redaction.of(label.getValue()));
    }
    json.endObject();
  }

  private static void writeSource(JsonWriter json, LogRecord record) throws IOException {
    String source = record.getSourceClassName();
    if (source == null) {
      return;
    }
    json.name("logging.googleapis.com/sourceLocation").beginObject();
    json.name("file").value(source.replaceAll("\\$.*", "").replace('.', '/') + ".java");
    json.name("function").value(record.getSourceMethodName());
    json.endObject();
  }

  private void writeThrown(JsonWriter json, LogRecord record) throws IOException {
    StringWriter trace = new StringWriter();
    record.getThrown().printStackTrace(new PrintWriter(trace, true));
    json.name("stack_trace").value(Redaction.of(trace.toString()));
    if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
      json.name("@type").value(REPORTED_ERROR);
      json.name("serviceContext").beginObject();
      json.name("service").value(function);
      json.name("version").value(revision);
      json.endObject();
    }
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
