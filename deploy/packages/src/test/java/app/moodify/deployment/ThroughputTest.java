package app.moodify.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.testing.FirestoreEmulator;
import app.moodify.testing.MachineSpeed;
import app.moodify.testing.SavedEvent;
import app.moodify.vision.SamplePhotos;
import com.google.cloud.firestore.Firestore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends {@code detect}, started as the buildpack's launcher does, photos of 1280 x 960 pixels as
 * eight people at once would: an event for each, whose photo it fetches, reads, stores the verdict
 * of in Firestore, publishes an event of and deletes. Two cores are shared by the function, by what
 * sends, by the fakes of Cloud Storage and Pub/Sub, and by the Firestore emulator, so the rate is a
 * lower bound of what two cores for the function alone would do. What is compared with the bar is
 * the processor's time that the function took for a photo: the machine may be busy with other
 * things.
 */
class ThroughputTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Logger LOG = Logger.getLogger(ThroughputTest.class.getName());

  /** As many as an instance is given at once, see terraform/functions.tf. */
  private static final int AT_ONCE = 8;

  private static final int WARM_UP = Integer.getInteger("throughput.warmup", 160);
  private static final int PHOTOS = Integer.getInteger("throughput.photos", 320);
  private static final int CORES = 2;

  /** None of them sends more photos than a person may in a minute. */
  private static final int PEOPLE = 16;

  private static final double PHOTOS_A_SECOND = 40;
  private static final long MOST_MEMORY = 1_200_000_000;

  @TempDir private Path scratch;

  @BeforeAll
  static void canBeMeasured() {
    LaunchedFunction.assumeThatItCanStart();
  }

  @Test
  void eightPhotosAtOnceKeepToTheBarsOfRateAndMemory() throws Exception {
    byte[] photo = SamplePhotos.enlarged(1280, 960, new Random(2013));
    try (FakeCloudServices services = new FakeCloudServices(photo);
        LaunchedFunction detect =
            LaunchedFunction.start(
                "detect",
                "0,1",
                services.settings(EMULATOR.projectId(), EMULATOR.port()),
                scratch)) {
      SavedEvent event = SavedEvent.read("object-finalized.json");
      Consents.give(EMULATOR, IntStream.range(0, PEOPLE).mapToObj(i -> "ada" + i).toList());
      detect.first("/", event.headers(), body(event, "first", 0));
      send(detect, event, "w", WARM_UP);
      Duration before = detect.cpu().orElseThrow();
      long start = System.nanoTime();

      List<Double> times = send(detect, event, "m", PHOTOS);

      double seconds = (System.nanoTime() - start) / 1e9;
      double cpuMillis = detect.cpu().orElseThrow().minus(before).toNanos() / 1e6 / PHOTOS;
      times.sort(null);
      LOG.info(
          ("detect, %d photos of 1280 x 960 (%d KB), %d at once on %d cores: %.1f a second with all"
                  + " on these cores, median %.0f ms, p95 %.0f ms; %.1f ms of a core each, so %.0f a"
                  + " second of %d cores; %d MB at most")
              .formatted(
                  PHOTOS,
                  photo.length / 1000,
                  AT_ONCE,
                  CORES,
                  PHOTOS / seconds,
                  times.get(PHOTOS / 2),
                  times.get(PHOTOS * 95 / 100),
                  cpuMillis,
                  CORES * 1000 / cpuMillis,
                  CORES,
                  detect.peakMemory() / 1_000_000));
      assertThat(read()).isEqualTo(1 + WARM_UP + PHOTOS);
      assertThat(cpuMillis)
          .isLessThanOrEqualTo(MachineSpeed.bar(CORES * 1000 / PHOTOS_A_SECOND, cpuMillis));
      assertThat(detect.peakMemory()).isLessThanOrEqualTo(MOST_MEMORY);
    }
  }

  /** Returns how many entries got a verdict of the face that is on the photo. */
  private static int read() throws Exception {
    Firestore firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    try {
      return firestore.collectionGroup("moods").whereEqualTo("status", "ready").get().get().size();
    } finally {
      firestore.close();
    }
  }

  /** Sends so many photos, the next one as soon as one is done with; returns milliseconds. */
  private static List<Double> send(
      LaunchedFunction detect, SavedEvent event, String series, int photos) throws Exception {
    AtomicInteger next = new AtomicInteger();
    Callable<List<Double>> person =
        () -> {
          List<Double> times = new ArrayList<>();
          for (int i = next.getAndIncrement(); i < photos; i = next.getAndIncrement()) {
            long start = System.nanoTime();
            assertThat(detect.send("/", event.headers(), body(event, series + i, i)).statusCode())
                .as(() -> detect.log())
                .isEqualTo(200);
            times.add((System.nanoTime() - start) / 1e6);
          }
          return times;
        };
    ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Double> all = new ArrayList<>();
      for (Future<List<Double>> times :
          people.invokeAll(Stream.generate(() -> person).limit(AT_ONCE).toList())) {
        all.addAll(times.get());
      }
      return all;
    } finally {
      people.shutdownNow();
    }
  }

  /** Another photo: the same event, of another entry and of one of many people. */
  private static byte[] body(SavedEvent event, String id, int number) {
    String entry = "photo" + "0".repeat(15 - id.length()) + id;
    return new String(event.body(), StandardCharsets.UTF_8)
        .replace("8fJ2kQz0sX1vB7nM3cTe", entry)
        .replace("photos/ada/", "photos/ada" + number % PEOPLE + "/")
        .getBytes(StandardCharsets.UTF_8);
  }
}
