package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.MoodId;
import app.moodify.telemetry.Telemetry;
import app.moodify.testing.FunctionServer;
import app.moodify.testing.RecordingMoodEventPublisher;
import app.moodify.testing.WrittenEvent;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a photo's claim costs: an event and nothing else. Firestore is where nobody answers, so that
 * a read or a write fails, after its retries.
 */
class RecommendClaimTest {
  private static final String PATH = "users/ada/moods/2026";
  private static final Map<String, String> NO_FIRESTORE =
      Map.of(
          "GOOGLE_CLOUD_PROJECT",
          "demo-moodify",
          "FIRESTORE_EMULATOR_HOST",
          "127.0.0.1:1",
          "MOODIFY_PHOTO_BUCKET",
          "demo-moodify.firebasestorage.app");

  private final RecordingMoodEventPublisher published = new RecordingMoodEventPublisher();

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void theClaimOfAPhotoReadsAndWritesNothing() throws Exception {
    try (Cloud cloud = new Cloud(Settings.of(NO_FIRESTORE));
        FunctionServer server = FunctionServer.of(recommend(cloud))) {
      assertThat(server.send(WrittenEvent.of(PATH, "analyzing"))).isEqualTo(200);
    }

    assertThat(published.of(MoodId.ofMoodPath(PATH).orElseThrow())).isEmpty();
  }

  private Recommend recommend(Cloud cloud) {
    MusicSources sources =
        MusicSources.of(
            CatalogueSettings.of(Map.of("MOODIFY_CATALOGUES", "none")), cloud, Clock.systemUTC());
    return new Recommend(
        new Recommend.Collaborators(
            Telemetry.silent(), cloud, sources, published, Clock.systemUTC()));
  }
}
