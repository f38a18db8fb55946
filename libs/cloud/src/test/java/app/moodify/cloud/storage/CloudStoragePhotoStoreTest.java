package app.moodify.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Emulators;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.photo.PhotoStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudStoragePhotoStoreTest {
  private static final MoodId MOOD = new MoodId("ada", "m1");
  private static final PhotoReference PHOTO =
      new PhotoReference("bucket", "photos/ada/m1", 42, 5, "image/jpeg");

  @AutoClose private final MockWebServer server = new MockWebServer();
  @AutoClose private Cloud cloud;
  private PhotoStore photos;

  @BeforeEach
  void start() throws IOException {
    server.start();
    cloud =
        new Cloud(Emulators.only("STORAGE_EMULATOR_HOST", "http://127.0.0.1:" + server.getPort()));
    photos = cloud.photos();
  }

  @Test
  void readsExactlyTheGenerationThatIsMeant() throws Exception {
    server.enqueue(new MockResponse.Builder().body("photo").build());

    assertThat(photos.read(PHOTO)).hasValueSatisfying(bytes -> assertThat(bytes).hasSize(5));

    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getTarget())
        .contains("/b/bucket/o/photos%2Fada%2Fm1")
        .contains("ifGenerationMatch=42");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 412})
  void aPhotoThatIsGoneOrReplacedIsNothing(int status) {
    server.enqueue(error(status));

    assertThat(photos.read(PHOTO)).isEmpty();
  }

  @Test
  void deletesExactlyTheGenerationThatIsMeant() throws Exception {
    server.enqueue(new MockResponse.Builder().code(204).build());

    photos.delete(PHOTO);

    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("DELETE");
    assertThat(request.getTarget()).contains("ifGenerationMatch=42");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 412})
  void deletingWhatIsGoneOrReplacedIsDone(int status) {
    server.enqueue(error(status));

    assertThatCode(() -> photos.delete(PHOTO)).doesNotThrowAnyException();
  }

  @Test
  void keepsExactlyTheGenerationThatIsMeant() throws Exception {
    server.enqueue(
        json(
            """
            {"done": true, "objectSize": "5", "totalBytesRewritten": "5",
             "resource": {"bucket": "bucket", "name": "kept/ada/m1"}}
            """));

    assertThat(photos.keep(PHOTO, MOOD)).isTrue();

    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget())
        .contains("/b/bucket/o/photos%2Fada%2Fm1/rewriteTo/b/bucket/o/kept%2Fada%2Fm1")
        .contains("ifSourceGenerationMatch=42");
    // What is described anew takes over no metadata, and with it no token that opens it to others.
    assertThat(SentText.of(request))
        .contains("\"contentType\":\"image/jpeg\"")
        .doesNotContain("metadata");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 412})
  void whatIsGoneOrReplacedCannotBeKept(int status) {
    server.enqueue(error(status));

    assertThat(photos.keep(PHOTO, MOOD)).isFalse();
  }

  @Test
  void deletesWhatIsKeptWhateverItsGeneration() throws Exception {
    server.enqueue(new MockResponse.Builder().code(204).build());

    photos.deleteKept(PHOTO, MOOD);

    assertThat(server.takeRequest().getTarget())
        .contains("/b/bucket/o/kept%2Fada%2Fm1")
        .doesNotContain("GenerationMatch");
  }

  @Test
  void aBucketThatStaysDownIsTriedAFewTimesAndThenUnavailable() {
    for (int answers = 0; answers < 20; answers++) {
      server.enqueue(error(503));
    }
    Instant start = Instant.now();

    assertThatThrownBy(() -> photos.read(PHOTO)).isInstanceOf(ServiceUnavailableException.class);

    assertThat(server.getRequestCount()).isBetween(2, 5);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aShortFaultIsOvercome() {
    server.enqueue(error(503));
    server.enqueue(new MockResponse.Builder().body("photo").build());

    assertThat(photos.read(PHOTO)).isPresent();
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .setHeader("content-type", "application/json")
        .body(body)
        .build();
  }

  private static MockResponse error(int status) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("content-type", "application/json")
        .body("{\"error\":{\"code\":%d,\"message\":\"the test refuses\"}}".formatted(status))
        .build();
  }
}
