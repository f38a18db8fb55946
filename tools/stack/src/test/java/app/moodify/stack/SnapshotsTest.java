package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.console.Steps;
import app.moodify.stack.events.Forwarder;
import app.moodify.testing.FakeClock;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

  @TempDir private Path folder;
  private final FakeClock clock = new FakeClock();
  private final Steps steps =
      new Steps(new PrintWriter(new StringWriter()), InstantSource.system());
  private DataFolder data;
  private UploadJournal journal;
  private Forwarder forwarder;

  @BeforeEach
  void open() throws StackException, IOException {
    data = DataFolder.open(folder, steps);
    journal = new UploadJournal(data.journal(), null, clock);
    forwarder = Forwarder.start(0, new Forwarder.Routes("p", "detect", "recommend", Map.of()));
  }

  @AfterEach
  void close() throws IOException {
    forwarder.close();
    journal.close();
    data.close();
  }

  @Test
  void aSnapshotIsKeptAndTheUploadsBeforeItAreForgotten() throws IOException {
    journaled("before");

    try (Snapshots snapshots = snapshots(Exports::whole)) {
      snapshots.take();
    }

    assertThat(data.latest()).contains(folder.resolve("current"));
    assertThat(journal.entries()).isEmpty();
  }

  @Test
  void anUploadThatCameMeanwhileStays() throws IOException {
    journaled("before");

    try (Snapshots snapshots =
        snapshots(
            target -> {
              journaled("meanwhile");
              Exports.whole(target);
            })) {
      snapshots.take();
    }

    assertThat(journal.entries()).containsExactly(data.journal().resolve("meanwhile.json"));
  }

  @Test
  void oneThatFailsLeavesTheOneBeforeAndTheUploads() throws IOException {
    try (Snapshots snapshots = snapshots(Exports::whole)) {
      snapshots.take();
    }
    journaled("later");

    try (Snapshots snapshots =
        snapshots(
            target -> {
              throw new IOException("the emulators are gone");
            })) {
      assertThatThrownBy(snapshots::take).hasMessageContaining("gone");
    }

    assertThat(data.latest()).contains(folder.resolve("current"));
    assertThat(journal.entries()).hasSize(1);
  }

  @Test
  @Timeout(60)
  void aFunctionThatWorksForLongHoldsNobodyUpAndNoUploadIsForgotten() throws Exception {
    CountDownLatch isBegun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    HttpServer detect = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    detect.createContext(
        "/",
        exchange -> {
          isBegun.countDown();
          try (exchange) {
            end.await();
            exchange.sendResponseHeaders(200, -1);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        });
    detect.start();
    URI address = URI.create("http://127.0.0.1:" + detect.getAddress().getPort());
    journaled("working");
    try (Forwarder busy =
            Forwarder.start(
                0, new Forwarder.Routes("p", "detect", "recommend", Map.of("detect", address)));
        Snapshots snapshots =
            new Snapshots(Exports::whole, data, journal, busy, steps::report, clock)) {
      upload(busy);
      isBegun.await();

      snapshots.takeWhileHeld(clock.instant());

      assertThat(data.latest()).contains(folder.resolve("current"));
      assertThat(journal.entries()).hasSize(1);
      end.countDown();
      assertThat(busy.drain(Duration.ofSeconds(30))).isTrue();
      snapshots.takeWhileHeld(clock.instant());
      assertThat(journal.entries()).isEmpty();
    } finally {
      end.countDown();
      detect.stop(0);
    }
  }

  private static void upload(Forwarder forwarder) throws IOException, InterruptedException {
    String event =
        """
        {"id": "1", "type": "google.cloud.storage.object.v1.finalized",
         "time": "2026-11-22T10:00:00Z", "source": "//storage/b/objects/photos/ada/m1",
         "data": {"bucket": "b", "name": "photos/ada/m1"}}""";
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + forwarder.port() + "/events/storage"))
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(204);
  }

  private Snapshots snapshots(Snapshots.Exporter emulators) {
    return new Snapshots(emulators, data, journal, forwarder, steps::report, clock);
  }

  private void journaled(String name) throws IOException {
    Files.createDirectories(data.journal());
    Files.writeString(data.journal().resolve(name + ".json"), "{}");
  }
}
