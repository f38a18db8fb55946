package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** door.js, loaded into what answers an upload in firebase-tools, as npm installed it. */
class UploadEventTest {
  private static final Path FIREBASE_TOOLS =
      Path.of("../../hosting/node_modules/firebase-tools").toAbsolutePath().normalize();

  /** Longer than an answer takes that waits for nothing. */
  private static final long PAUSE_MS = 500;

  @TempDir private Path folder;
  private final MockWebServer forwarder = new MockWebServer();

  @BeforeEach
  void layOut() throws IOException {
    assumeTrue(Files.isDirectory(FIREBASE_TOOLS), "hosting/node_modules is not installed.");
    Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(
        folder.resolve("emulator"), FIREBASE_TOOLS.resolve("lib").resolve("emulator"));
    copy("door.js", folder.resolve("door.js"));
    copy("upload.js", folder.resolve("bin/upload.js"));
    forwarder.start();
  }

  @AfterEach
  void close() {
    forwarder.close();
  }

  @Test
  void anUploadIsAnsweredOnceTheForwarderHasItsEvent() throws Exception {
    String[] saidBefore = new String[1];
    forwarder.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            Thread.sleep(PAUSE_MS);
            saidBefore[0] = said();
            return new MockResponse.Builder().code(204).build();
          }
        });

    upload();

    assertThat(saidBefore[0]).doesNotContain("answered");
    assertThat(said()).contains("answered");
    RecordedRequest told = forwarder.takeRequest(1, TimeUnit.SECONDS);
    assertThat(told.getTarget()).isEqualTo("/events/storage");
    JsonObject event = JsonParser.parseString(told.getBody().utf8()).getAsJsonObject();
    assertThat(event.get("type").getAsString())
        .isEqualTo("google.cloud.storage.object.v1.finalized");
    assertThat(event.getAsJsonObject("data").get("name").getAsString()).isEqualTo("photos/ada/m");
    assertThat(forwarder.getRequestCount()).isEqualTo(1);
  }

  @Test
  void anUploadToAnotherBucketIsNoEvent() throws Exception {
    upload("of-a-test");

    assertThat(said()).contains("answered");
    assertThat(forwarder.getRequestCount()).isZero();
  }

  @Test
  void anUploadThatNobodyCanBeToldOfIsAnsweredAndLogged() throws Exception {
    forwarder.close();

    upload();

    assertThat(said())
        .contains("The forwarder cannot be told of an upload: ECONNREFUSED")
        .contains("answered");
  }

  private void upload() throws Exception {
    upload("bucket");
  }

  private void upload(String bucket) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "node",
            "--require",
            folder.resolve("door.js").toString(),
            folder.resolve("bin/upload.js").toString(),
            bucket);
    builder.environment().put("MOODIFY_BUCKET", "bucket");
    builder.environment().put("MOODIFY_FORWARDER", "http://127.0.0.1:" + forwarder.getPort());
    Process node =
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(node.exitValue()).as(said()).isZero();
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(String resource, Path target) throws IOException {
    try (InputStream in = UploadEventTest.class.getResourceAsStream(resource)) {
      Files.copy(in, target);
    }
  }
}
