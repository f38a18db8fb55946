package app.moodify.recommend;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEvent.Kind;
import app.moodify.music.BuiltInCatalogue;
import app.moodify.music.catalogue.Catalogues;
import app.moodify.testing.FirestoreEmulator;
import app.moodify.testing.FunctionServer;
import app.moodify.testing.SavedEvent;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Recommend in the functions framework, with Firestore on its emulator and music of our own. */
abstract class RecommendInFramework {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final List<MoodEvent> TOLD = new CopyOnWriteArrayList<>();

  private static Firestore firestore;
  private static Cloud cloud;
  private static FunctionServer server;

  private final String moodId = UUID.randomUUID().toString();
  private final String path = "users/ada/moods/" + moodId;

  @BeforeAll
  static void start() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    cloud = new Cloud(Settings.of(EMULATOR.environment()));
    server =
        FunctionServer.of(
            new Recommend(
                cloud,
                new Catalogues(List.of(new BuiltInCatalogue())),
                TOLD::add,
                Clock.systemUTC()));
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
      cloud.close();
      firestore.close();
    }
  }

  /** Sends an event; returns the status of the answer. */
  static int send(SavedEvent event) {
    return server.send(event);
  }

  /** Returns what was told of this test's mood. */
  List<Kind> published() {
    return TOLD.stream()
        .filter(event -> event.id().moodId().equals(moodId))
        .map(MoodEvent::kind)
        .toList();
  }

  String path() {
    return path;
  }

  DocumentReference mood() {
    return firestore.document(path);
  }

  DocumentSnapshot playlist() throws Exception {
    return playlistReference().get().get();
  }

  DocumentReference playlistReference() {
    return firestore.document("users/ada/playlists/" + moodId);
  }
}
