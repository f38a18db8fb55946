package app.moodify.cloud.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.Feedback.Opinion;
import app.moodify.core.music.LearnedTaste;
import app.moodify.core.music.ListenerStore;
import app.moodify.core.music.Speed;
import app.moodify.core.music.TrackTraits;
import app.moodify.testing.FirestoreEmulator;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.Firestore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirestoreListenerStoreTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final TrackTraits TRAITS =
      new TrackTraits(
          Optional.of("Folk"), List.of("sad", "slow"), Optional.of(Speed.LOW), Optional.of(true));

  @AutoClose private static Firestore firestore;
  @AutoClose private static Cloud cloud;
  private static ListenerStore listeners;

  private final String uid = "ada-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    cloud = new Cloud(Settings.of(EMULATOR.environment()));
    listeners = cloud.listeners();
  }

  @Test
  void feedbackKnowsTheTrackFromThePlaylistItWasOn() throws Exception {
    playlist("a", "jamendo-1", "jamendo-2");
    feedback(
        "jamendo-2",
        1,
        Map.of("verdict", "played", "playedShare", 0.7, "emotion", "sad", "goal", "lift"));

    assertThat(listeners.feedback(uid))
        .containsExactly(
            new Feedback(
                "jamendo-2",
                "Jamendo",
                Optional.of("artist-of-jamendo-2"),
                TRAITS,
                Opinion.PLAYED,
                OptionalDouble.of(0.7),
                Optional.of(Emotion.SAD),
                NOW.plusSeconds(1)));
  }

  @Test
  void theOldestComesFirst() throws Exception {
    playlist("a", "one", "two", "three");
    feedback("two", 3, Map.of("verdict", "like"));
    feedback("one", 2, Map.of("verdict", "skip"));
    feedback("three", 1, Map.of("verdict", "dislike"));

    assertThat(listeners.feedback(uid))
        .extracting(Feedback::trackId)
        .containsExactly("three", "one", "two");
  }

  @Test
  void feedbackForATrackThatWasNeverShownIsLeftOut() throws Exception {
    playlist("a", "shown");
    feedback("shown", 1, Map.of("verdict", "like"));
    feedback("never", 2, Map.of("verdict", "like"));

    assertThat(listeners.feedback(uid)).extracting(Feedback::trackId).containsExactly("shown");
  }

  @Test
  void feedbackThatMakesNoSenseIsLeftOut() throws Exception {
    playlist("a", "one", "two", "three");
    feedback("one", 1, Map.of("verdict", "love"));
    feedback("two", 1, Map.of("verdict", 7));
    feedback("three", 1, Map.of("verdict", "like", "playedShare", "all", "emotion", "bored"));

    assertThat(listeners.feedback(uid))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.trackId()).isEqualTo("three");
              assertThat(each.playedShare()).isEmpty();
              assertThat(each.emotion()).isEmpty();
            });
  }

  @Test
  void manyPiecesOfFeedbackOnManyPlaylistsAreAllFound() throws Exception {
    for (int list = 0; list < 5; list++) {
      String[] ids = new String[15];
      for (int slot = 0; slot < ids.length; slot++) {
        ids[slot] = "track-" + list + "-" + slot;
        feedback(ids[slot], 100 * list + slot, Map.of("verdict", "like"));
      }
      playlist("list-" + list, ids);
    }

    assertThat(listeners.feedback(uid)).hasSize(75);
  }

  @Test
  void whatWasLearnedIsStoredForThePersonToSee() throws Exception {
    Feedback liked = said("jamendo-1");
    listeners.storeTaste(
        uid,
        new LearnedTaste(
            List.of(
                new LearnedTaste.Feature("genre", "folk", Optional.of(Emotion.SAD), 1, 0),
                new LearnedTaste.Feature("genre", "folk", Optional.empty(), 1, 0)),
            1,
            List.of(liked)),
        NOW);

    assertThat(taste())
        .containsOnly(
            entry(
                "features",
                List.of(
                    Map.of(
                        "kind",
                        "genre",
                        "value",
                        "folk",
                        "emotion",
                        "sad",
                        "liked",
                        1.0,
                        "disliked",
                        0.0),
                    Map.of("kind", "genre", "value", "folk", "liked", 1.0, "disliked", 0.0))),
            entry("events", 1L),
            entry(
                "tracks",
                Map.of(
                    "jamendo-1",
                    Map.of(
                        "source",
                        "Jamendo",
                        "genre",
                        "Folk",
                        "tags",
                        List.of("sad", "slow"),
                        "speed",
                        "low",
                        "instrumental",
                        true))),
            entry("updatedAt", Timestamp.ofTimeSecondsAndNanos(NOW.getEpochSecond(), 0)));
  }

  @Test
  void aTrackIsKnownAfterItsPlaylistIsGone() throws Exception {
    playlist("a", "jamendo-1");
    feedback("jamendo-1", 1, Map.of("verdict", "like"));
    List<Feedback> before = listeners.feedback(uid);
    listeners.storeTaste(uid, new LearnedTaste(List.of(), 1, before), NOW);
    firestore.document("users/" + uid + "/playlists/a").delete().get();

    assertThat(listeners.feedback(uid)).isEqualTo(before).hasSize(1);
  }

  @Test
  void withoutFeedbackNoTasteIsLeft() throws Exception {
    listeners.storeTaste(uid, new LearnedTaste(List.of(), 1, List.of(said("jamendo-1"))), NOW);
    listeners.storeTaste(uid, new LearnedTaste(List.of(), 0, List.of()), NOW);

    assertThat(taste()).isNull();
    assertThat(listeners.feedback(uid)).isEmpty();
  }

  private static Feedback said(String trackId) {
    return new Feedback(
        trackId,
        "Jamendo",
        Optional.empty(),
        TRAITS,
        Opinion.LIKE,
        OptionalDouble.empty(),
        Optional.of(Emotion.SAD),
        NOW);
  }

  private void playlist(String moodId, String... trackIds) throws Exception {
    List<Map<String, Object>> tracks =
        List.of(trackIds).stream()
            .map(
                id -> {
                  Map<String, Object> fields = new HashMap<>();
                  fields.put("id", id);
                  fields.put("source", "Jamendo");
                  fields.put("artistId", "artist-of-" + id);
                  TrackDocument.putTraits(fields, TRAITS);
                  return fields;
                })
            .toList();
    firestore
        .document("users/" + uid + "/playlists/" + moodId)
        .set(Map.of("tracks", tracks, "trackIds", List.of(trackIds)))
        .get();
  }

  private void feedback(String trackId, int second, Map<String, Object> said) throws Exception {
    Map<String, Object> fields = new HashMap<>(said);
    fields.put("at", Timestamp.ofTimeSecondsAndNanos(NOW.getEpochSecond() + second, 0));
    firestore.document("users/" + uid + "/feedback/" + trackId).set(fields).get();
  }

  private Map<String, Object> taste() throws Exception {
    return firestore.document("users/" + uid + "/taste/current").get().get().getData();
  }
}
