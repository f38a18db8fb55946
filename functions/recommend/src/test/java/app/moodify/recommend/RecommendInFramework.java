package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEvent.Kind;
import app.moodify.core.mood.MoodId;
import app.moodify.telemetry.Telemetry;
import app.moodify.testing.FirestoreEmulator;
import app.moodify.testing.FunctionServer;
import app.moodify.testing.RecordingMoodEventPublisher;
import app.moodify.testing.SavedEvent;
import app.moodify.testing.WrittenEvent;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Recommend in the functions framework, with Firestore on its emulator. Without {@link #serve} it
 * finds originals only. Each test has a person and a mood of its own.
 */
abstract class RecommendInFramework {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final RecordingMoodEventPublisher PUBLISHED = new RecordingMoodEventPublisher();

  @AutoClose private static Firestore firestore;
  @AutoClose private static Cloud cloud;
  private static FunctionServer server;

  private final String user = "users/" + UUID.randomUUID();
  private final String moodId = UUID.randomUUID().toString();

  @BeforeAll
  static void connect() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    cloud = new Cloud(Settings.of(EMULATOR.environment()));
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /** Starts another instance of the function in the place of the one before. */
  static void serve(CatalogueSettings settings, Clock clock) {
    stopServer();
    MusicSources sources = MusicSources.of(settings, cloud, clock);
    server =
        FunctionServer.of(
            new Recommend(
                new Recommend.Collaborators(Telemetry.silent(), cloud, sources, PUBLISHED, clock)));
  }

  static Firestore firestore() {
    return firestore;
  }

  /** Sends an event; returns the status of the response. */
  static int send(SavedEvent event) {
    if (server == null) {
      serve(CatalogueSettings.of(Map.of("MOODIFY_CATALOGUES", "none")), Clock.systemUTC());
    }
    return server.send(event);
  }

  /** Returns what was published of this test's mood. */
  List<Kind> published() {
    MoodId id = MoodId.ofMoodPath(path()).orElseThrow();
    return PUBLISHED.of(id).stream().map(MoodEvent::kind).toList();
  }

  String user() {
    return user;
  }

  String path() {
    return user + "/moods/" + moodId;
  }

  DocumentReference mood() {
    return firestore.document(path());
  }

  DocumentSnapshot playlist() throws Exception {
    return firestore.document(user + "/playlists/" + moodId).get().get();
  }

  /** Writes another mood of this test's person; returns its playlist. */
  Map<String, Object> playlistFor(String emotion) throws Exception {
    String another = UUID.randomUUID().toString();
    String path = user + "/moods/" + another;
    firestore.document(path).set(picked(emotion)).get();
    assertThat(send(WrittenEvent.of(path, "ready"))).isEqualTo(200);
    return firestore.document(user + "/playlists/" + another).get().get().getData();
  }

  /** Returns a mood that was picked by hand. */
  static Map<String, Object> picked(String emotion) {
    return Map.of("status", "ready", "source", "manual", "emotion", emotion);
  }

  static List<String> strings(Map<String, Object> playlist, String field) {
    return ((List<?>) playlist.get(field)).stream().map(String.class::cast).toList();
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> tracks(Map<String, Object> playlist) {
    return (List<Map<String, Object>>) playlist.get("tracks");
  }
}
