package app.moodify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.testing.FakeOtlpCollector;
import app.moodify.testing.FakeOtlpCollector.Arrived;
import app.moodify.testing.FirestoreEmulator;
import app.moodify.testing.SavedEvent;
import app.moodify.testing.WrittenEvent;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the packages report when they run as the platform runs them. */
class TelemetryTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final String MOOD = "8fJ2kQz0sX1vB7nM3cTe";
  private static final String PATH = "users/ada/moods/" + MOOD;

  /** How long it takes is no matter here. */
  private static final String CORES = "0,1";

  @AutoClose private static Firestore firestore;
  @AutoClose private static FakeCloudServices services;

  @TempDir private Path scratch;

  @BeforeAll
  static void start() throws IOException {
    LaunchedFunction.assumeThatItCanStart();
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    Consents.give(EMULATOR, List.of("ada"));
    services =
        new FakeCloudServices(
            Files.readAllBytes(
                FunctionPackage.CHECKOUT.resolve("models/faces/eileen_collins.png")));
  }

  @Test
  void oneTraceLeadsFromAnUploadToItsPlaylistAndItsStatistics() throws Exception {
    try (FakeOtlpCollector collector = new FakeOtlpCollector()) {
      Map<String, String> exporter =
          Map.of(
              "OTEL_EXPORTER_OTLP_ENDPOINT",
              collector.endpoint(),
              // However busy the machine is.
              "OTEL_EXPORTER_OTLP_TIMEOUT",
              "60000");
      SavedEvent upload = SavedEvent.read("object-finalized.json");

      List<JsonObject> detected = run("detect", exporter, upload);
      DocumentSnapshot mood = firestore.document(PATH).get().get();
      assertThat(mood.getString("status")).as(detected.toString()).isEqualTo("ready");
      List<JsonObject> recommended = run("recommend", exporter, written(mood));
      List<JsonObject> counted = run("insights", exporter, published());

      Arrived detect = collector.span("detect");
      Arrived recommend = collector.span("recommend");
      Arrived insights = collector.span("insights");
      assertThat(collector.spans()).allMatch(span -> span.trace().equals(detect.trace()));
      assertThat(detect.parent()).isEmpty();
      assertThat(recommend.parent()).isEqualTo(spanOf(collector, "detect", "write").id());
      assertThat(insights.parent()).isEqualTo(spanOf(collector, "detect", "publish").id());
      assertThat(children(collector, detect))
          .contains("read_photo", "analyze", "claim", "write", "publish", "delete_photo");
      assertThat(children(collector, collector.span("analyze")))
          .containsExactlyInAnyOrder("decode", "find_face", "classify");
      assertThat(children(collector, recommend)).contains("read", "catalogues", "rank", "write");
      assertThat(children(collector, collector.span("catalogues")))
          .contains("catalogue_moodify_originals");
      assertThat(children(collector, insights)).contains("read", "write");
      for (List<JsonObject> lines : List.of(detected, recommended, counted)) {
        verifyEntryAndTrace(lines, detect.trace());
        assertThat(lines.toString()).doesNotContain("users/ada", "\"ada\"", " ada", "ada/");
      }
      assertThat(finished(detected).get("outcome").getAsString()).isEqualTo("ready");
      assertThat(finished(detected).getAsJsonObject("steps").keySet())
          .contains("read_photo", "decode", "find_face", "classify", "write", "publish");
      assertThat(finished(recommended).get("outcome").getAsString()).isEqualTo("playlist");
      assertThat(finished(counted).get("outcome").getAsString()).isEqualTo("counted");
    }
  }

  @Test
  void nothingThatAPersonSendsIsInTheLines() throws Exception {
    String token = "eyJhbGciOiJub25lIn0.eyJlbWFpbCI6Im1hbGxvcnlAZXhhbXBsZS5vcmcifQ.c2lnbg";
    Map<String, String> headers =
        Map.of(
            "Authorization", "Bearer " + token,
            "X-Forwarded-For", "203.0.113.77",
            "User-Agent", "Mallorys Browser",
            "Referer", "https://example.org/?mail=mallory@example.org",
            "X-Request-Id", "198.51.100.23",
            "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "X-Firebase-AppCheck", token);
    try (LaunchedFunction api = launch("api", Map.of())) {
      api.first("/api/v1/playlists/mallory@example.org/reshuffle", headers, new byte[0]);
      api.send("/api/v1/mallory@example.org?token=" + token, headers, new byte[0]);

      List<JsonObject> lines = lines(api);
      verifySilence(api.log(), token);
      assertThat(finished(lines).get("outcome").getAsString()).isEqualTo("refused");
      assertThat(finished(lines).get("logging.googleapis.com/trace").getAsString())
          .isEqualTo("projects/%s/traces/4bf92f3577b34da6a3ce929d0e0e4736", EMULATOR.projectId());
    }
    SavedEvent upload = SavedEvent.read("object-finalized.json");
    String hostile =
        new String(upload.body(), StandardCharsets.UTF_8)
            .replace("photos/ada/" + MOOD, "photos/mallory@example.org/203.0.113.77/" + token)
            .replace("\"size\":\"345678\"", "\"size\":\"mallory@example.org\"");
    try (LaunchedFunction detect = launch("detect", Map.of())) {
      detect.first("/", upload.headers(), hostile.getBytes(StandardCharsets.UTF_8));
      detect.send(
          "/",
          upload.headers(),
          hostile
              .replace("\"size\":\"mallory@example.org\"", "\"size\":\"12\"")
              .replace("/203.0.113.77/" + token, "/mallory@example.org")
              .getBytes(StandardCharsets.UTF_8));

      verifySilence(detect.log(), token);
      assertThat(lines(detect)).isNotEmpty();
    }
  }

  @Test
  void withoutAnExporterNothingOfItsSdkIsLoaded() throws Exception {
    Path classes = scratch.resolve("classes.txt");
    Map<String, String> options =
        Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + classes);
    SavedEvent event = SavedEvent.read("document-written.json");
    try (LaunchedFunction recommend = launch("recommend", options)) {
      recommend.first("/", event.headers(), event.body());

      assertThat(Files.readString(classes))
          .contains("app.moodify.telemetry.Telemetry ")
          .doesNotContain("io.opentelemetry.sdk.", "io.opentelemetry.exporter.", "OtlpExporter");
    }
  }

  /** Returns the event of a verdict that was just written. */
  private static SavedEvent written(DocumentSnapshot mood) {
    Map<String, String> before = new HashMap<>();
    for (String field : List.of("status", "source", "emotion")) {
      before.put(field, mood.getString(field));
    }
    Map<String, String> after = new HashMap<>(before);
    after.put("traceparent", mood.getString("traceparent"));
    return WrittenEvent.ofChange(PATH, before, after);
  }

  /** Returns the event of the first message about the mood entry. */
  private static SavedEvent published() {
    return services.messages().stream()
        .filter(message -> message.getData().toStringUtf8().contains(MOOD))
        .map(
            message ->
                SavedEvent.published(
                    message.getData().toStringUtf8(), message.getAttributesMap(), Instant.now()))
        .findFirst()
        .orElseThrow();
  }

  private LaunchedFunction launch(String function, Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(services.settings(EMULATOR.projectId(), EMULATOR.port()));
    settings.putAll(more);
    return LaunchedFunction.start(function, CORES, settings, scratch);
  }

  private List<JsonObject> run(String function, Map<String, String> more, SavedEvent event) {
    try (LaunchedFunction launched = launch(function, more)) {
      assertThat(launched.first("/", event.headers(), event.body()).status())
          .as(launched.log())
          .isEqualTo(200);
      return lines(launched);
    }
  }

  /** Every line that the function's own code wrote; the framework writes some before it. */
  private static List<JsonObject> lines(LaunchedFunction launched) {
    return launched
        .log()
        .lines()
        .filter(line -> line.contains("logging.googleapis.com/labels"))
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  private static JsonObject finished(List<JsonObject> lines) {
    return lines.stream()
        .filter(line -> line.has("outcome"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No last line among " + lines));
  }

  /** All that was logged while the event was handled. */
  private static void verifyEntryAndTrace(List<JsonObject> lines, String trace) {
    List<JsonObject> handling =
        lines.stream().filter(line -> line.has("logging.googleapis.com/trace")).toList();
    assertThat(handling).isNotEmpty();
    for (JsonObject line : handling) {
      assertThat(line.get("logging.googleapis.com/trace").getAsString()).endsWith("/" + trace);
      assertThat(line.getAsJsonObject("logging.googleapis.com/labels").get("moodId").getAsString())
          .isEqualTo(MOOD);
    }
  }

  private static void verifySilence(String log, String token) {
    assertThat(log)
        .doesNotContain(token, token.substring(0, 19), "203.0.113.77", "198.51.100.23")
        .doesNotContain("mallory", "Mallory", "example.org");
  }

  private static List<String> children(FakeOtlpCollector collector, Arrived parent) {
    return collector.spans().stream()
        .filter(span -> span.parent().equals(parent.id()))
        .map(Arrived::name)
        .distinct()
        .toList();
  }

  private static Arrived spanOf(FakeOtlpCollector collector, String function, String name) {
    return collector.spans().stream()
        .filter(span -> span.function().equals(function) && span.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
