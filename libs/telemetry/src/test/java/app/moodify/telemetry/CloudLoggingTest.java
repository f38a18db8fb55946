package app.moodify.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudLoggingTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final TraceOrigin ORIGIN = TraceOrigin.of("00-" + TRACE + "-00f067aa0ba902b7-01");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Handler handler =
      new CloudLogging(out, new CloudLoggingFormatter("moodify-1", "detect", "detect-00001"));
  private final Logger root = Logger.getLogger("");
  private final Logger log = Logger.getLogger("app.moodify.some.Where");

  @BeforeEach
  void listen() {
    // Exporters of other tests log, too, from threads of their own.
    long thisThread = Thread.currentThread().getId();
    handler.setFilter(line -> line.getLongThreadID() == thisThread);
    root.addHandler(handler);
  }

  @AfterEach
  void stop() {
    root.removeHandler(handler);
  }

  @Test
  void aLineCarriesWhatCloudLoggingTakesOutOfIt() {
    Telemetry.silent()
        .handle(
            ORIGIN,
            () -> {
              Operation.current().about("8fJ2kQz0sX1vB7nM3cTe");
              log.warning("A \"quoted\" line\nof two");
            });

    JsonObject line = lines().get(0);
    assertThat(text(line, "severity")).isEqualTo("WARNING");
    assertThat(text(line, "message")).isEqualTo("A \"quoted\" line\nof two");
    assertThat(text(line, "time")).matches("\\d{4}-\\d{2}-\\d{2}T.*Z");
    assertThat(text(line, "logging.googleapis.com/trace"))
        .isEqualTo("projects/moodify-1/traces/" + TRACE);
    assertThat(text(line, "logging.googleapis.com/spanId")).isEqualTo("00f067aa0ba902b7");
    assertThat(line.get("logging.googleapis.com/trace_sampled").getAsBoolean()).isTrue();
    assertThat(line.getAsJsonObject("logging.googleapis.com/labels").toString())
        .isEqualTo("{\"function\":\"detect\",\"moodId\":\"8fJ2kQz0sX1vB7nM3cTe\"}");
  }

  @Test
  void theDetailsOfALineAreAFieldOfItsOwnWithoutPersonalData() {
    Map<String, String> details = Map.of("blocked", "http://203.0.113.7", "severity", "ERROR");

    log.log(new DetailedLine(Level.INFO, "It happened", getClass(), "violation", details));

    JsonObject line = lines().get(0);
    assertThat(text(line, "severity")).isEqualTo("INFO");
    assertThat(text(line, "message")).isEqualTo("It happened");
    assertThat(line.getAsJsonObject("violation").toString())
        .isEqualTo("{\"blocked\":\"http://[address]\",\"severity\":\"ERROR\"}");
  }

  @Test
  void linesOutsideOfAnyOperationHaveNoTraceAndNoEntry() {
    log.info("Warm");

    assertThat(lines().get(0).has("logging.googleapis.com/trace")).isFalse();
    assertThat(lines().get(0).get("logging.googleapis.com/labels").toString())
        .isEqualTo("{\"function\":\"detect\"}");
  }

  @Test
  void linesOfAnOperationThatNobodyTracesHaveATraceInCommon() {
    Telemetry.silent().handle(TraceOrigin.UNKNOWN, () -> log.info("first"));

    assertThat(lines()).hasSize(2);
    assertThat(text(lines().get(0), "logging.googleapis.com/trace"))
        .isEqualTo(text(lines().get(1), "logging.googleapis.com/trace"))
        .matches("projects/moodify-1/traces/[0-9a-f]{32}");
  }

  @Test
  void whatIsThrownIsReportedAsAnErrorOnce() {
    IllegalStateException fault = new IllegalStateException("Something broke");

    assertThatThrownBy(
            () ->
                Telemetry.silent()
                    .handle(
                        ORIGIN,
                        () -> {
                          Operation.current().about("entry-of-the-fault");
                          throw fault;
                        }))
        .isSameAs(fault);
    // As the functions framework does, which knows nothing of the entry.
    log.log(Level.SEVERE, "Failed to execute app.moodify.Function", fault);

    List<JsonObject> errors =
        lines().stream().filter(line -> text(line, "severity").equals("ERROR")).toList();
    assertThat(errors).hasSize(1);
    assertThat(text(errors.get(0), "stack_trace"))
        .contains("IllegalStateException: Something broke", "CloudLoggingTest.java");
    assertThat(text(errors.get(0), "@type")).endsWith("ReportedErrorEvent");
    assertThat(errors.get(0).get("serviceContext").toString())
        .isEqualTo("{\"service\":\"detect\",\"version\":\"detect-00001\"}");
    assertThat(errors.get(0).get("logging.googleapis.com/labels").toString())
        .contains("entry-of-the-fault");
  }

  @Test
  void theLastLineHasWhatMetricsAreMadeOf() {
    Telemetry.silent()
        .handle(
            ORIGIN,
            () -> {
              Operation operation = Operation.current();
              operation.run("write", () -> {});
              operation.took(Map.of("decode", 12.34));
              operation.lookedUp("jamendo", true);
              operation.lookedUp("jamendo", true);
              operation.lookedUp("jamendo", false);
              operation.outcome("failed", "too_large");
            });

    JsonObject line = lines().get(0);
    assertThat(text(line, "message")).startsWith("Finished: failed (too_large), ");
    assertThat(text(line, "outcome")).isEqualTo("failed");
    assertThat(text(line, "code")).isEqualTo("too_large");
    assertThat(line.get("milliseconds").getAsDouble()).isNotNegative();
    assertThat(line.getAsJsonObject("steps").get("decode").getAsDouble()).isEqualTo(12.3);
    assertThat(line.getAsJsonObject("steps").has("write")).isTrue();
    assertThat(line.get("cache").toString()).isEqualTo("{\"jamendo\":{\"hits\":2,\"misses\":1}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sent by ada.lovelace+moods@example.co.uk today | ada.lovelace",
        "GET https://x.org/?to=ada%40example.org | ada",
        "Authorization: Bearer abc.DEF-123_456 | abc.DEF",
        "token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl | eyJ",
        "token ya29.a0AfH6SMBxyz_123456 | ya29",
        "key AIzaSyA1234567890abcdefghijk | AIza",
        "projects/p/databases/(default)/documents/users/egbJdoBCGb/moods/m1 | egbJdoBCGb",
        "o/photos%2FegbJdoBCGb%2Fm1 not found | egbJdoBCGb",
        "o/kept%2FegbJdoBCGb%2Fm1 not found | egbJdoBCGb",
        "gs://bucket/exports/egbJdoBCGb/e1.zip | egbJdoBCGb",
        "No document to update: documents/erasures/egbJdoBCGb | egbJdoBCGb",
        "No document to update: documents/revocations/egbJdoBCGb | egbJdoBCGb",
        "documents/orphans/egbJdoBCGb is there | egbJdoBCGb",
        "called from 203.0.113.7 | 203",
        "called from 2001:db8::8a2e:370:7334 | 8a2e",
        "GET https://h.org/a?client_id=s3cr3t&x=1 failed | s3cr3t",
      })
  void personalDataIsTakenOutOfTheWordsOfOthers(String text, String secret) {
    Telemetry.silent()
        .handle(
            ORIGIN,
            () -> {
              Operation.current().about(text);
              log.log(Level.SEVERE, text, new IllegalStateException(text));
            });

    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(secret);
  }

  @Test
  void anImageIsTakenOutToo() {
    log.info("Sent: data:image/jpeg;base64," + "/9j/4AAQSkZJRgABAQ".repeat(20));

    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("4AAQSkZJ");
  }

  @Test
  void whatIsNotPersonalStays() {
    String text =
        "at java.base@17.0.19/java.lang.Thread.run, 12:30:45, model 1.2.3, 127.0.0.1:8080";

    assertThat(Redaction.of(text)).isEqualTo(text);
  }

  @Test
  void aFunctionOnOneMachineLogsAsItAlwaysDid() {
    Handler[] before = root.getHandlers();

    CloudLogging.install("detect", Map.of());

    assertThat(root.getHandlers()).isEqualTo(before);
  }

  @Test
  void anUnknownFormIsRefused() {
    assertThatThrownBy(() -> CloudLogging.install("detect", Map.of("MOODIFY_LOG", "xml")))
        .hasMessageContaining("json or text");
  }

  @Test
  void fineRecordsAreNoInformation() {
    CloudLoggingFormatter formatter = new CloudLoggingFormatter("p", "detect", "");

    assertThat(formatter.format(new LogRecord(Level.FINE, "detail"))).contains("\"DEBUG\"");
  }

  private List<JsonObject> lines() {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  private static String text(JsonObject line, String field) {
    return line.get(field).getAsString();
  }
}
