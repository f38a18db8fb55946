package app.moodify.detect;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStore;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.person.ProfileStore;
import app.moodify.testing.FakePhotoStore;
import app.moodify.testing.FirestoreEmulator;
import app.moodify.testing.FunctionServer;
import app.moodify.testing.RecordingMoodEventPublisher;
import app.moodify.testing.SavedEvent;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Detect in the functions framework, with Firestore on its emulator and the rest in memory. */
abstract class DetectInFramework {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  static final Instant NOW = Instant.parse("2026-11-22T10:00:05Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final FakePhotoStore PHOTOS = new FakePhotoStore();
  static final RecordingMoodEventPublisher PUBLISHED = new RecordingMoodEventPublisher();
  static final FakePhotoAnalyzer ANALYZER = new FakePhotoAnalyzer();

  @AutoClose private static Firestore firestore;
  @AutoClose private static Cloud cloud;
  @AutoClose private static FunctionServer server;

  private final MoodId id = new MoodId("ada-" + UUID.randomUUID(), UUID.randomUUID().toString());
  private final String path = "photos/" + id.uid() + "/" + id.moodId();

  @BeforeAll
  static void start() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    cloud = new Cloud(Settings.of(EMULATOR.environment()));
    server =
        FunctionServer.of(
            new Detect(
                new Detection(
                    ANALYZER,
                    new Detection.Stores(PHOTOS, cloud.moods(), PUBLISHED),
                    admission(cloud, CLOCK),
                    CLOCK,
                    Executors.newCachedThreadPool()),
                new TokenRemoval(PHOTOS, CLOCK, Executors.newCachedThreadPool())));
  }

  /** As {@link Detect} has it. */
  static Admission admission(Cloud cloud, Clock clock) {
    return new Admission(
        cloud.profiles(), cloud.rateLimiter(), cloud.uploadGate(), cloud.erasures(), clock);
  }

  @BeforeEach
  void consents() throws Exception {
    profile(Map.of("consent", Map.of("given", true, "version", ProfileStore.NOTICE)));
  }

  /** Stores what the person has chosen, in the place of what was. */
  void profile(Map<String, Object> choices) throws Exception {
    firestore.document("users/" + id.uid()).set(choices).get();
  }

  @AfterEach
  void allIsUpAgain() {
    PHOTOS.down(false);
    PUBLISHED.down(false);
  }

  void upload(String content, long generation) {
    PHOTOS.put(path, generation, content);
  }

  SavedEvent event(long generation) {
    return SavedEvent.uploaded(path).generation(generation);
  }

  static int send(SavedEvent event) {
    return server.send(event);
  }

  DocumentReference reference() {
    return firestore.document("users/" + id.uid() + "/moods/" + id.moodId());
  }

  DocumentSnapshot mood() throws Exception {
    return reference().get().get();
  }

  /** For the analyzer to do meanwhile. */
  void deleteEntryOnceClaimed() {
    try {
      while (!mood().exists()) {
        Thread.sleep(10);
      }
      reference().delete().get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  PhotoReference photo(long generation) {
    return new PhotoReference("bucket", path, generation, 345678, "image/jpeg");
  }

  MoodId id() {
    return id;
  }

  String path() {
    return path;
  }

  static MoodStore moods() {
    return cloud.moods();
  }

  static Firestore firestore() {
    return firestore;
  }
}
