package app.moodify.detect;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.person.ProfileStore;
import app.moodify.testing.FakePhotoStore;
import app.moodify.testing.FirestoreEmulator;
import app.moodify.testing.FragileLink;
import app.moodify.testing.FunctionServer;
import app.moodify.testing.RecordingMoodEventPublisher;
import app.moodify.testing.SavedEvent;
import com.google.cloud.firestore.Firestore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirestoreOutageTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Duration OUTAGE = Duration.ofSeconds(10);
  private static final Duration RECOVERY_TIMEOUT = Duration.ofSeconds(60);

  @AutoClose
  private final Firestore firestore = Clients.firestore(Settings.of(EMULATOR.environment()));

  private final FakePhotoStore photos = new FakePhotoStore();
  private final RecordingMoodEventPublisher published = new RecordingMoodEventPublisher();

  @Test
  void aPhotoUploadedWhileFirestoreIsDownForTenSecondsGetsItsVerdict() throws Exception {
    MoodId before = new MoodId("ada", "before-the-outage-00");
    MoodId during = new MoodId("ada", "during-the-outage-00");
    ScheduledExecutorService repair = Executors.newSingleThreadScheduledExecutor();
    try (FragileLink link = new FragileLink(EMULATOR.port());
        Cloud cloud = cloud(link);
        FunctionServer server = FunctionServer.of(detect(cloud))) {
      agree();
      sendUntilDone(server, before);
      link.cut();
      repair.schedule(link::mend, OUTAGE.toMillis(), TimeUnit.MILLISECONDS);
      Instant start = Instant.now();

      int tries = sendUntilDone(server, during);

      assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(OUTAGE);
      assertThat(tries).isGreaterThanOrEqualTo(1);
      assertThat(cloud.moods().find(during).map(MoodEntry::status)).contains(MoodStatus.READY);
      assertThat(published.of(during)).hasSize(1);
      assertThat(photos.has("photos/" + during)).isFalse();
    } finally {
      repair.shutdownNow();
    }
  }

  private void agree() throws Exception {
    firestore
        .document("users/ada")
        .set(Map.of("consent", Map.of("given", true, "version", ProfileStore.NOTICE)))
        .get();
  }

  /** Sends as the platform does: again, a little later each time, while the function fails. */
  private int sendUntilDone(FunctionServer server, MoodId id) throws InterruptedException {
    photos.put(id.photoPath(), 1, "happy");
    SavedEvent event = SavedEvent.uploaded(id.photoPath()).generation(1).at(Instant.now());
    Instant end = Instant.now().plus(RECOVERY_TIMEOUT);
    long pause = 250;
    for (int tries = 1; Instant.now().isBefore(end); tries++) {
      if (server.send(event) == 200) {
        return tries;
      }
      Thread.sleep(pause);
      pause = Math.min(2 * pause, 2000);
    }
    throw new AssertionError("The event was not done within " + RECOVERY_TIMEOUT);
  }

  private static Cloud cloud(FragileLink link) {
    return new Cloud(
        Settings.of(
            EMULATOR.environment(Map.of("FIRESTORE_EMULATOR_HOST", "127.0.0.1:" + link.port()))));
  }

  private Detect detect(Cloud cloud) {
    return new Detect(
        new Detection(
            new FakePhotoAnalyzer(),
            new Detection.Stores(photos, cloud.moods(), published),
            DetectInFramework.admission(cloud, Clock.systemUTC()),
            Clock.systemUTC(),
            Executors.newCachedThreadPool()),
        new TokenRemoval(photos, Clock.systemUTC(), Executors.newCachedThreadPool()));
  }
}
