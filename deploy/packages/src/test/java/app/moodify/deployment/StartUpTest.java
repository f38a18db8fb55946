package app.moodify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.deployment.LaunchedFunction.Started;
import app.moodify.testing.FakeIdToken;
import app.moodify.testing.FirestoreEmulator;
import app.moodify.testing.MachineSpeed;
import app.moodify.testing.SavedEvent;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts every package as the buildpack's launcher does, and sends it its first event as production
 * does. The bars are for one core with nothing else to do, so what is compared with them is the
 * processor's time, with twice as much allowed while the machine is busy; the time on the clock is
 * logged beside it.
 */
class StartUpTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Logger LOG = Logger.getLogger(StartUpTest.class.getName());
  private static final Duration DETECT_BAR = Duration.ofSeconds(6);
  private static final Duration BAR = Duration.ofSeconds(3);

  /** Netty's 100 KB for epoll may come out of their jar, and the log. */
  private static final long NOTHING = 1_000_000;

  @AutoClose private static Firestore firestore;
  @AutoClose private static FakeCloudServices services;

  @TempDir private Path scratch;

  @BeforeAll
  static void start() throws IOException {
    LaunchedFunction.assumeThatItCanStart();
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    Consents.give(EMULATOR, List.of("ada"));
    services = new FakeCloudServices(photo());
  }

  @Test
  void detectReadsAPhotoOfAFinalizedObject() throws Exception {
    SavedEvent event = SavedEvent.read("object-finalized.json");

    try (LaunchedFunction detect = launch("detect")) {
      Started started = detect.first("/", event.headers(), event.body());

      assertThat(started.status()).as(detect.log()).isEqualTo(200);
      DocumentSnapshot mood =
          firestore.document("users/ada/moods/8fJ2kQz0sX1vB7nM3cTe").get().get();
      assertThat(mood.getString("status")).isEqualTo("ready");
      assertThat(mood.getString("emotion")).isEqualTo("happy");
      assertThat(services.deleted()).anyMatch(path -> path.contains("8fJ2kQz0sX1vB7nM3cTe"));
      assertThat(services.messages())
          .anyMatch(sent -> sent.getData().toStringUtf8().contains("8fJ2kQz0sX1vB7nM3cTe"));
      verify("detect", detect, started, DETECT_BAR);
    }
  }

  @Test
  void analyzeReadsAPhotoThatIsPosted() throws Exception {
    try (LaunchedFunction analyze = launch("analyze")) {
      Started started =
          analyze.first(
              "/api/v1/analyses",
              Map.of("Authorization", "Bearer " + token(), "Content-Type", "image/jpeg"),
              photo());

      assertThat(started.status()).as(started.body() + analyze.log()).isEqualTo(200);
      assertThat(started.body()).contains("\"happy\"");
      verify("analyze", analyze, started, DETECT_BAR);
    }
  }

  @Test
  void recommendAnswersAWrittenMoodWithAPlaylist() throws Exception {
    SavedEvent event = SavedEvent.read("document-written.json");
    String mood = event.headers().get("ce-document");
    firestore
        .document(mood)
        .set(
            Map.of(
                "source", "manual",
                "status", "ready",
                "emotion", "happy",
                "createdAt", Timestamp.now()))
        .get();

    try (LaunchedFunction recommend = launch("recommend")) {
      Started started = recommend.first("/", event.headers(), event.body());

      assertThat(started.status()).as(recommend.log()).isEqualTo(200);
      assertThat(firestore.document(mood.replace("/moods/", "/playlists/")).get().get().exists())
          .as(recommend.log())
          .isTrue();
      verify("recommend", recommend, started, BAR);
    }
  }

  @Test
  void apiShufflesAPlaylistThatIsAskedFor() throws Exception {
    firestore
        .document("users/ada/moods/abcdefghijklmnopqrst")
        .set(
            Map.of(
                "source",
                "manual",
                "status",
                "ready",
                "emotion",
                "happy",
                "createdAt",
                Timestamp.now()))
        .get();

    try (LaunchedFunction api = launch("api")) {
      Started started =
          api.first(
              "/api/v1/playlists/abcdefghijklmnopqrst/reshuffle",
              Map.of("Authorization", "Bearer " + token()),
              new byte[0]);

      assertThat(started.status()).as(started.body() + api.log()).isEqualTo(202);
      verify("api", api, started, BAR);
    }
  }

  @Test
  void insightsCountsTheEntriesThatAMoodEventIsAbout() throws Exception {
    SavedEvent event = SavedEvent.read("mood-event-published.json");

    try (LaunchedFunction insights = launch("insights")) {
      Started started = insights.first("/", event.headers(), event.body());

      assertThat(started.status()).as(insights.log()).isEqualTo(200);
      verify("insights", insights, started, BAR);
    }
  }

  @Test
  void upkeepLooksAfterWhatWasLeft() throws Exception {
    SavedEvent event = SavedEvent.read("upkeep-published.json");

    try (LaunchedFunction upkeep = launch("upkeep")) {
      Started started = upkeep.first("/", event.headers(), event.body());

      assertThat(upkeep.log()).contains("app/moodify/upkeep/Upkeep.java");
      verify("upkeep", upkeep, started, BAR);
    }
  }

  private LaunchedFunction launch(String function) {
    return LaunchedFunction.start(
        function, "0", services.settings(EMULATOR.projectId(), EMULATOR.port()), scratch);
  }

  private static void verify(
      String function, LaunchedFunction launched, Started started, Duration bar) {
    LOG.info(
        ("%s: first answer after %.2f s of one core, %.2f s on the clock, bar %.1f s;"
                + " %d MB at most, %d KB unpacked")
            .formatted(
                function,
                started.cpu().toMillis() / 1000.0,
                started.wall().toMillis() / 1000.0,
                bar.toMillis() / 1000.0,
                launched.peakMemory() / 1_000_000,
                launched.unpacked() / 1000));
    double milliseconds = started.cpu().toMillis();
    assertThat(milliseconds)
        .as(launched.log())
        .isLessThanOrEqualTo(MachineSpeed.bar(bar.toMillis(), milliseconds));
    assertThat(launched.unpacked()).isLessThan(NOTHING);
  }

  private static byte[] photo() throws IOException {
    return Files.readAllBytes(FunctionPackage.CHECKOUT.resolve("models/faces/eileen_collins.png"));
  }

  private static String token() {
    return FakeIdToken.of(EMULATOR.projectId(), Instant.now().plusSeconds(3600));
  }
}
