package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.testing.FakeClock;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadJournalTest {
  private static final String PHOTO = "the photo's bytes";
  private static final String ACCOUNT = "{\"localId\":\"ada\",\"passwordHash\":\"h\"}";
  private static final String PROFILE =
      "{\"name\":\"users/ada\",\"fields\":{\"keepPhotos\":{\"booleanValue\":true}}}";

  @TempDir private Path folder;
  private final FakeClock clock = new FakeClock();
  private final Ports ports = Ports.free(new Random());
  private final MockWebServer storage = new MockWebServer();
  private final MockWebServer auth = new MockWebServer();
  private final MockWebServer firestore = new MockWebServer();
  private UploadJournal journal;

  @BeforeEach
  void open() throws IOException {
    start(storage, "storage", PHOTO);
    start(auth, "auth", "{\"users\":[" + ACCOUNT + "]}");
    start(firestore, "firestore", PROFILE);
    journal =
        new UploadJournal(folder, new EmulatorData(new Http(Duration.ofSeconds(10)), ports), clock);
  }

  @AfterEach
  void close() {
    journal.close();
    List.of(storage, auth, firestore).forEach(MockWebServer::close);
  }

  @Test
  void aPhotoIsReadBeforeItsEventGoesOn() throws Exception {
    journal.add(uploaded("photos/ada/one"));
    // As the function does that reads it.
    answer(storage, 404, "");

    JsonObject copy = copies(1).get(0);
    assertThat(Base64.getDecoder().decode(copy.get("photo").getAsString()))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(PHOTO);
    assertThat(copy.get("account")).isEqualTo(JsonParser.parseString(ACCOUNT));
    assertThat(copy.get("profile")).isEqualTo(JsonParser.parseString(PROFILE));
  }

  @Test
  void aPersonIsCopiedAsKnownLastWhileAnEmulatorIsDead() throws Exception {
    journal.add(uploaded("photos/ada/one"));
    copies(1);
    firestore.close();
    auth.close();

    journal.add(uploaded("photos/ada/two"));

    assertThat(copies(2))
        .allSatisfy(
            copy -> {
              assertThat(copy.get("account")).isEqualTo(JsonParser.parseString(ACCOUNT));
              assertThat(copy.get("profile")).isEqualTo(JsonParser.parseString(PROFILE));
            });
  }

  @Test
  void onlyPhotosThatWaitForTheirVerdictAreCopied() throws Exception {
    journal.add(uploaded("kept/ada/one"));
    journal.add(uploaded("pictures/ada"));
    journal.add(uploaded("photos/ada/one"));

    assertThat(copies(1).get(0).getAsJsonObject("object").get("name").getAsString())
        .isEqualTo("photos/ada/one");
  }

  @Test
  void onlyWhatIsNotFinishedIsUploadedAgain() throws Exception {
    journal.add(uploaded("photos/ada/one"));
    copies(1);
    answer(storage, 200, "{}");
    answer(auth, 200, "{}");

    answer(firestore, 200, "{\"fields\":{\"status\":{\"stringValue\":\"ready\"}}}");
    assertThat(journal.restore()).isZero();
    answer(firestore, 200, "{\"fields\":{\"status\":{\"stringValue\":\"analyzing\"}}}");
    assertThat(journal.restore()).isEqualTo(1);
  }

  @Test
  void ofCopiesOfOneUploadTheNewestIsUploadedAgain() throws Exception {
    journal.add(uploaded("photos/ada/one"));
    copies(1);
    clock.advance(Duration.ofSeconds(1));
    answer(storage, 200, "a newer photo's bytes");
    journal.add(uploaded("photos/ada/one"));
    journal.add(uploaded("photos/ada/two"));
    copies(3);
    answer(storage, 200, "{}");
    answer(auth, 200, "{}");
    answer(firestore, 200, "{\"fields\":{\"status\":{\"stringValue\":\"analyzing\"}}}");

    assertThat(journal.restore()).isEqualTo(2);

    assertThat(bodiesSentTo(storage))
        .filteredOn(body -> body.contains("photos/ada/one"))
        .singleElement()
        .asString()
        .contains("a newer photo's bytes")
        .contains("\"metadata\":{\"uploadedAt\":\"2026-11-22T10:00:00.123Z\"}");
  }

  private static List<String> bodiesSentTo(MockWebServer server) throws InterruptedException {
    List<String> bodies = new ArrayList<>();
    for (int left = server.getRequestCount(); left > 0; left--) {
      RecordedRequest request = server.takeRequest();
      if (request.getBody() != null) {
        bodies.add(request.getBody().utf8());
      }
    }
    return bodies;
  }

  private void start(MockWebServer server, String part, String body) throws IOException {
    answer(server, 200, body);
    server.start(InetAddress.getLoopbackAddress(), ports.of(part));
  }

  private static void answer(MockWebServer server, int status, String body) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().code(status).body(body).build();
          }
        });
  }

  private static byte[] uploaded(String name) {
    return ("{\"bucket\":\"b\",\"name\":\"%s\",\"contentType\":\"image/jpeg\","
            + "\"timeCreated\":\"2026-11-22T10:00:00.123Z\"}")
        .formatted(name)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Waits for them: they are written in the background. */
  private List<JsonObject> copies(int number) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (journal.entries().size() < number && Instant.now().isBefore(end)) {
      Thread.sleep(10);
    }
    assertThat(journal.entries()).hasSize(number);
    return journal.entries().stream().map(UploadJournalTest::read).toList();
  }

  private static JsonObject read(Path copy) {
    try {
      return JsonParser.parseString(Files.readString(copy)).getAsJsonObject();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
