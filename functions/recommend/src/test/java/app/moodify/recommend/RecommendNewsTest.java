package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.FirestoreEmulator;
import app.moodify.cloud.FunctionServer;
import app.moodify.core.MoodEvent;
import app.moodify.core.MoodEvent.Kind;
import app.moodify.music.BuiltInCatalogue;
import app.moodify.music.catalogue.Catalogues;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a mood entry after its first music. */
class RecommendNewsTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Map<String, Object> HAPPY =
      Map.of("status", "ready", "source", "manual", "emotion", "happy");
  private static final List<MoodEvent> TOLD = new CopyOnWriteArrayList<>();

  private static Firestore firestore;
  private static Cloud cloud;
  private static FunctionServer server;

  private final String moodId = UUID.randomUUID().toString();
  private final String path = "users/ada/moods/" + moodId;

  @BeforeAll
  static void start() {
    firestore = EMULATOR.client();
    cloud = new Cloud(EMULATOR.settings());
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

  @Test
  void theMusicOfADeletedMoodGoesWithItAndThatIsTold() throws Exception {
    reference().set(HAPPY).get();
    server.send(WrittenEvent.headers(path), WrittenEvent.of(path, "ready"));
    assertThat(playlist().exists()).isTrue();

    reference().delete().get();
    assertThat(server.send(WrittenEvent.headers(path), WrittenEvent.ofDeletion(path)))
        .isEqualTo(200);

    assertThat(playlist().exists()).isFalse();
    assertThat(told()).containsExactly(Kind.DELETED);
  }

  @Test
  void aDeletionThatComesLateLeavesTheMusicOfANewEntry() throws Exception {
    reference().set(HAPPY).get();
    server.send(WrittenEvent.headers(path), WrittenEvent.of(path, "ready"));

    server.send(WrittenEvent.headers(path), WrittenEvent.ofDeletion(path));

    assertThat(playlist().exists()).isTrue();
  }

  @Test
  void otherMusicIsAskedForByCounting() throws Exception {
    reference().set(HAPPY).get();
    server.send(WrittenEvent.headers(path), WrittenEvent.of(path, "ready"));
    List<?> first = tracks(playlist());

    reference().update("shuffle", 1).get();
    server.send(WrittenEvent.headers(path), WrittenEvent.of(path, "ready"));

    assertThat(tracks(playlist())).hasSameSizeAs(first).isNotEqualTo(first);
  }

  @Test
  void whatThePersonDidIsTold() throws Exception {
    reference().set(HAPPY).get();

    server.send(
        WrittenEvent.headers(path), WrittenEvent.ofCreation(path, Map.of("source", "manual")));
    server.send(
        WrittenEvent.headers(path),
        WrittenEvent.ofChange(path, Map.of(), Map.of("correction", "sad")));
    server.send(
        WrittenEvent.headers(path),
        WrittenEvent.ofChange(path, Map.of("goal", "match"), Map.of("goal", "lift")));
    server.send(WrittenEvent.headers(path), WrittenEvent.ofChange(path, Map.of(), Map.of()));
    server.send(
        WrittenEvent.headers(path), WrittenEvent.ofCreation(path, Map.of("source", "photo")));

    assertThat(told()).containsExactly(Kind.PICKED, Kind.CORRECTED, Kind.AIMED);
  }

  private List<Kind> told() {
    return TOLD.stream()
        .filter(event -> event.id().moodId().equals(moodId))
        .map(MoodEvent::kind)
        .toList();
  }

  private DocumentReference reference() {
    return firestore.document(path);
  }

  private DocumentSnapshot playlist() throws Exception {
    return firestore.document("users/ada/playlists/" + moodId).get().get();
  }

  private static List<?> tracks(DocumentSnapshot playlist) {
    return (List<?>) playlist.get("trackIds");
  }
}
