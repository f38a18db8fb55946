package app.moodify.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Emulators;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.photo.DownloadTokens;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudStorageDownloadTokensTest {
  private static final PhotoReference KEPT =
      new PhotoReference("bucket", "kept/ada/m1", 42, 5, "image/jpeg");

  @AutoClose private final MockWebServer server = new MockWebServer();
  @AutoClose private Cloud cloud;
  private DownloadTokens tokens;

  @BeforeEach
  void start() throws IOException {
    server.start();
    cloud =
        new Cloud(Emulators.only("STORAGE_EMULATOR_HOST", "http://127.0.0.1:" + server.getPort()));
    tokens = cloud.downloadTokens();
  }

  @Test
  void takesTheTokensAndNothingElseFromExactlyTheGenerationThatIsMeant() throws Exception {
    answer(200);

    tokens.remove(KEPT);

    RecordedRequest request = server.takeRequest();
    // Google's client sends it as a POST that stands for a PATCH where its transport knows none.
    assertThat(request.getMethod()).isIn("PATCH", "POST");
    assertThat(request.getTarget())
        .contains("/b/bucket/o/kept%2Fada%2Fm1")
        .contains("ifGenerationMatch=42")
        .doesNotContain("ifMetagenerationMatch");
    JsonObject metadata =
        JsonParser.parseString(SentText.of(request)).getAsJsonObject().getAsJsonObject("metadata");
    assertThat(metadata.keySet()).containsExactly("firebaseStorageDownloadTokens");
    assertThat(metadata.get("firebaseStorageDownloadTokens").isJsonNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 412})
  void anObjectThatIsGoneOrReplacedIsDoneWith(int status) {
    answer(status);

    assertThatCode(() -> tokens.remove(KEPT)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 503})
  void anyOtherFaultIsTriedAgainLater(int status) {
    for (int answers = 0; answers < 20; answers++) {
      answer(status);
    }

    assertThatThrownBy(() -> tokens.remove(KEPT)).isInstanceOf(ServiceUnavailableException.class);
  }

  private void answer(int status) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("content-type", "application/json")
            .body("{\"bucket\": \"bucket\", \"name\": \"kept/ada/m1\"}")
            .build());
  }
}
