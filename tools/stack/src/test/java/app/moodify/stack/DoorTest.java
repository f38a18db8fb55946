package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** door.js, loaded into a Node server that stands in for the functions emulator. */
class DoorTest {

  @TempDir private Path folder;
  private final MockWebServer analyze = new MockWebServer();
  private final MockWebServer forwarder = new MockWebServer();
  private final OkHttpClient http = new OkHttpClient();
  private Process node;
  private int port;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(canRun("node"), "Node is not installed.");
    analyze.start();
    forwarder.start();
    Path door = folder.resolve("door.js");
    try (InputStream in = DoorTest.class.getResourceAsStream("/app/moodify/stack/door.js")) {
      Files.copy(in, door);
    }
    port = Ports.free(new Random()).base();
    ProcessBuilder builder =
        new ProcessBuilder(
            "node",
            "--require",
            door.toString(),
            "-e",
            "require('http').createServer((q, s) => s.setHeader('x-asked', q.method + ' ' + q.url).end('emulator'))"
                + ".listen(%d, '127.0.0.1')".formatted(port));
    builder
        .environment()
        .putAll(
            Map.of(
                "MOODIFY_FUNCTIONS_PORT", Integer.toString(port),
                "MOODIFY_FORWARDER", "http://127.0.0.1:" + forwarder.getPort(),
                "MOODIFY_ANALYZE", "http://127.0.0.1:" + analyze.getPort()));
    node = builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    for (int i = 0; i < 100 && !Ports.isListening(port); i++) {
      Thread.sleep(50);
    }
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.destroy();
    }
    analyze.close();
    forwarder.close();
  }

  @Test
  void aPhotoReachesAnalyzeByteForByteWithItsTokenAndItsType() throws Exception {
    byte[] photo = new byte[10 * 1024 * 1024 + 1];
    new Random(1).nextBytes(photo);
    analyze.enqueue(
        new MockResponse.Builder()
            .code(413)
            .addHeader("content-type", "application/problem+json")
            .body("{}")
            .build());

    try (Response response =
        http.newCall(
                new Request.Builder()
                    .url(url("/demo-moodify/us-central1/analyze/api/v1/analyses?x=1"))
                    .header("Authorization", "Bearer token")
                    .header("Content-Type", "image/jpeg")
                    .post(RequestBody.create(photo))
                    .build())
            .execute()) {
      assertThat(response.code()).isEqualTo(413);
      assertThat(response.header("content-type")).isEqualTo("application/problem+json");
      assertThat(response.body().string()).isEqualTo("{}");
    }
    RecordedRequest request = analyze.takeRequest(5, TimeUnit.SECONDS);
    assertThat(request.getTarget()).isEqualTo("/api/v1/analyses?x=1");
    assertThat(request.getHeaders().get("authorization")).isEqualTo("Bearer token");
    assertThat(request.getHeaders().get("content-type")).isEqualTo("image/jpeg");
    assertThat(request.getBody().toByteArray()).isEqualTo(photo);
  }

  @Test
  void eventsReachTheForwarder() throws Exception {
    forwarder.enqueue(new MockResponse.Builder().code(202).build());

    assertThat(post("/functions/projects/demo-moodify/triggers/us-central1-firestore-0"))
        .isEqualTo("202 ");

    assertThat(forwarder.takeRequest(5, TimeUnit.SECONDS).getTarget())
        .isEqualTo("/events/firestore");
  }

  @Test
  void copyingAPhotoReachesTheStorageEmulatorWhereItUnderstandsIt() throws Exception {
    String copy = "/b/bucket/o/photos%2Fada%2Fm/rewriteTo/b/bucket/o/kept%2Fada%2Fm?x=1";

    for (String asked : new String[] {"/storage/v1" + copy, copy}) {
      try (Response response =
          http.newCall(
                  new Request.Builder()
                      .url(url(asked))
                      .post(RequestBody.create(new byte[0]))
                      .build())
              .execute()) {
        assertThat(response.header("x-asked")).isEqualTo("POST " + copy);
      }
    }
  }

  @Test
  void aChangeOfMetadataReachesTheStorageEmulatorWhereItUnderstandsIt() throws Exception {
    String object = "/b/bucket/o/kept%2Fada%2Fm?ifGenerationMatch=1";
    Request.Builder change = new Request.Builder().url(url("/storage/v1" + object));
    RequestBody body = RequestBody.create(new byte[0]);

    for (Request request :
        new Request[] {
          change.patch(body).build(),
          change.post(body).header("X-HTTP-Method-Override", "PATCH").build()
        }) {
      try (Response response = http.newCall(request).execute()) {
        assertThat(response.header("x-asked")).isEqualTo("PATCH " + object);
      }
    }
  }

  @Test
  void everythingElseIsTheEmulators() throws Exception {
    assertThat(post("/functions/projects/demo-moodify/trigger_multicast"))
        .isEqualTo("200 emulator");
    assertThat(post("/demo-moodify/us-central1/other")).isEqualTo("200 emulator");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Origin, http://127.0.0.1.evil.example, 403",
    "Origin, http://localhost:5000, 200",
    "Origin, http://127.0.0.1:5000, 200",
    "Origin, http://[::1]:5173, 200",
    "Host, rebound.example:5001, 403",
    "Host, localhost:5001, 200",
  })
  void onlyPagesOfThisMachineAreServed(String name, String value, int status) throws Exception {
    for (String path :
        new String[] {"/", "/functions/projects/demo-moodify/trigger_multicast", "/v0/b/x/o"}) {
      Request request = new Request.Builder().url(url(path)).header(name, value).build();
      try (Response response = http.newCall(request).execute()) {
        assertThat(response.code()).isEqualTo(status);
      }
    }
  }

  @Test
  void aFunctionThatIsDownIsAProblemAndNotASilence() throws Exception {
    analyze.close();

    assertThat(post("/demo-moodify/us-central1/analyze"))
        .startsWith("503 ")
        .contains("\"status\":503")
        .contains("cannot be reached");
  }

  private String post(String path) throws IOException {
    Request request =
        new Request.Builder().url(url(path)).post(RequestBody.create(new byte[3])).build();
    try (Response response = http.newCall(request).execute()) {
      return response.code() + " " + response.body().string();
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private static boolean canRun(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
