package app.moodify.stack.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForwarderTest {

  private final MockWebServer detect = new MockWebServer();
  private final MockWebServer recommend = new MockWebServer();
  private final OkHttpClient http = new OkHttpClient();
  private Forwarder forwarder;

  @BeforeEach
  void start() throws IOException {
    detect.start();
    recommend.start();
    forwarder =
        Forwarder.start(
            0,
            new Forwarder.Routes(
                "demo-moodify",
                "detect",
                "recommend",
                Map.of("detect", detect.url("/").uri(), "recommend", recommend.url("/").uri())));
  }

  @AfterEach
  void stop() {
    forwarder.close();
    detect.close();
    recommend.close();
  }

  @Test
  void storageEventsGoToDetect() throws Exception {
    detect.enqueue(ok());

    assertThat(post("/events/storage", Map.of(), Fixtures.storage())).isEqualTo(204);

    RecordedRequest event = detect.takeRequest(5, TimeUnit.SECONDS);
    assertThat(event.getHeaders().get("ce-type"))
        .isEqualTo("google.cloud.storage.object.v1.finalized");
  }

  @Test
  void noWebPageMayPostEvents() throws Exception {
    for (String origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:5000"}) {
      for (String path : new String[] {"/events/storage", "/events/firestore"}) {
        assertThat(post(path, Map.of("Origin", origin), Fixtures.storage())).isEqualTo(403);
      }
    }
    assertThat(forwarder.waiting()).isZero();
    assertThat(detect.getRequestCount()).isZero();
  }

  @Test
  void firestoreEventsGoToRecommendAndHeadersOfAnyCaseAreKnown() throws Exception {
    recommend.enqueue(ok());

    int status = post("/events/firestore", Fixtures.firestoreHeaders(), Fixtures.firestoreBase64());

    assertThat(status).isEqualTo(204);
    RecordedRequest event = recommend.takeRequest(5, TimeUnit.SECONDS);
    assertThat(event.getHeaders().get("ce-document")).startsWith("users/");
    assertThat(event.getHeaders().get("content-type")).isEqualTo("application/protobuf");
  }

  @Test
  void pubSubPushesGoToTheFunctionThatTheirPathNames() throws Exception {
    recommend.enqueue(ok());

    int status = post("/events/pubsub/recommend/mood-events", Map.of(), Fixtures.pubSub());

    assertThat(status).isEqualTo(204);
    assertThat(recommend.takeRequest(5, TimeUnit.SECONDS).getHeaders().get("ce-source"))
        .isEqualTo("//pubsub.googleapis.com/projects/demo-moodify/topics/mood-events");
  }

  @Test
  void theEmulatorIsAnsweredBeforeTheFunctionIs() throws Exception {
    detect.enqueue(ok().newBuilder().headersDelay(60, TimeUnit.SECONDS).build());

    long start = System.nanoTime();
    post("/events/storage", Map.of(), Fixtures.storage());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    assertThat(forwarder.waiting()).isEqualTo(1);
  }

  @Test
  void whatIsNoEventIsRefused() throws Exception {
    assertThat(post("/events/storage", Map.of(), new byte[] {1})).isEqualTo(400);
    assertThat(post("/events/pubsub/nobody/topic", Map.of(), Fixtures.pubSub())).isEqualTo(400);
  }

  private int post(String path, Map<String, String> headers, byte[] body) throws IOException {
    Headers.Builder all = new Headers.Builder();
    headers.forEach(
        (name, value) -> {
          if (name.startsWith("ce-") || name.equals("Origin")) {
            all.add(name, value);
          }
        });
    Request request =
        new Request.Builder()
            .url("http://127.0.0.1:" + forwarder.port() + path)
            .headers(all.build())
            .post(RequestBody.create(body))
            .build();
    try (Response response = http.newCall(request).execute()) {
      return response.code();
    }
  }

  private static MockResponse ok() {
    return new MockResponse.Builder().code(200).build();
  }
}
