package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.music.BuiltInCatalogue;
import app.moodify.music.catalogue.Catalogues;
import app.moodify.testing.FirestoreEmulator;
import app.moodify.testing.FunctionServer;
import app.moodify.testing.WrittenEvent;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person says of their music changes the next playlist, and nothing else does. */
class RecommendTasteTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static Firestore firestore;
  private static Cloud cloud;
  private static FunctionServer server;

  private final String user = "users/grace-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    cloud = new Cloud(Settings.of(EMULATOR.environment()));
    server =
        FunctionServer.of(
            new Recommend(
                cloud, new Catalogues(List.of(new BuiltInCatalogue())), Clock.systemUTC()));
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
  void likeMoodsGetTheSameListUntilThePersonHasHeardOrSaidSomething() throws Exception {
    List<String> first = playlist("first");

    assertThat(playlist("second")).isEqualTo(first);
    say(first.get(0), "dislike");
    say(first.get(1), "played");
    assertThat(playlist("third")).hasSize(15).doesNotContain(first.get(0), first.get(1));
  }

  @Test
  void tasteIsStoredAndTakingFeedbackBackTakesItAway() throws Exception {
    List<String> first = playlist("first");
    say(first.get(0), "dislike");
    playlist("second");
    assertThat(taste()).containsEntry("events", 1L);
    assertThat(((Map<?, ?>) taste().get("tracks")).containsKey(first.get(0))).isTrue();

    feedback(first.get(0)).delete().get();

    assertThat(playlist("third")).isEqualTo(first);
    assertThat(taste()).isNull();
  }

  @Test
  void feedbackForATrackThatWasNeverShownIsIgnored() throws Exception {
    List<String> first = playlist("first");
    String never = first.contains("moodify-001") ? "moodify-002" : "moodify-001";
    say(never, "dislike");

    assertThat(playlist("second")).isEqualTo(first);
    assertThat(taste()).isNull();
  }

  private void say(String trackId, String verdict) throws Exception {
    Map<String, Object> fields = new HashMap<>();
    fields.put("verdict", verdict);
    fields.put("at", FieldValue.serverTimestamp());
    fields.put("emotion", "happy");
    fields.put("playedShare", 0.9);
    feedback(trackId).set(fields).get();
  }

  private DocumentReference feedback(String trackId) {
    return firestore.document(user + "/feedback/" + trackId);
  }

  private Map<String, Object> taste() throws Exception {
    return firestore.document(user + "/taste/current").get().get().getData();
  }

  /** Returns the ids of the tracks that a happy mood with this id gets. */
  private List<String> playlist(String moodId) throws Exception {
    String path = user + "/moods/" + moodId;
    firestore
        .document(path)
        .set(Map.of("status", "ready", "source", "manual", "emotion", "happy"))
        .get();
    assertThat(server.send(WrittenEvent.of(path, "ready"))).isEqualTo(200);
    Object ids = firestore.document(user + "/playlists/" + moodId).get().get().get("trackIds");
    return ((List<?>) ids).stream().map(String.class::cast).toList();
  }
}
