package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.music.catalogue.Catalogues;
import app.moodify.testing.FirestoreEmulator;
import app.moodify.testing.FunctionServer;
import app.moodify.testing.WrittenEvent;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The function with catalogues that a server plays. */
class RecommendCataloguesTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Duration DOWN_BAR = Duration.ofMillis(4500);

  private static Firestore firestore;
  private static Cloud cloud;

  @BeforeAll
  static void start() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    cloud = new Cloud(Settings.of(EMULATOR.environment()));
  }

  @AfterAll
  static void stop() throws Exception {
    if (cloud != null) {
      cloud.close();
      firestore.close();
    }
  }

  @Test
  void aPlaylistHasTracksOfEveryCatalogueAndWhatTheirTermsAskToBeShown() throws Exception {
    try (FakeMusicServices played = new FakeMusicServices();
        FunctionServer server = server(played, Clock.systemUTC())) {
      Map<String, Object> playlist = playlist(server, "happy");

      assertThat(names(playlist, "sources")).contains("Jamendo", "Audius");
      assertThat(names(playlist, "unavailable")).isEmpty();
      assertThat(tracks(playlist)).hasSize(15);
      for (Map<String, Object> track : tracks(playlist)) {
        if (track.get("source").equals("Jamendo")) {
          assertThat(track.toString())
              .contains("CC BY 4.0", "https://www.jamendo.com/track/", "/artist/");
        } else if (track.get("source").equals("Audius")) {
          assertThat(track.toString()).contains("https://audius.co/band", "kind=resolve");
        }
      }
    }
  }

  @Test
  void theClientIdIsInNothingThatIsStored() throws Exception {
    try (FakeMusicServices played = new FakeMusicServices();
        FunctionServer server = server(played, Clock.systemUTC())) {
      assertThat(playlist(server, "sad").toString()).doesNotContain(FakeMusicServices.CLIENT_ID);
      assertThat(firestore.collection("catalogueCache").get().get().getDocuments())
          .isNotEmpty()
          .allSatisfy(
              document ->
                  assertThat(document.getData().toString())
                      .doesNotContain(FakeMusicServices.CLIENT_ID));
    }
  }

  @Test
  void whenBothCataloguesHangAFullPlaylistComesInTimeAndSaysSo() throws Exception {
    forget();
    try (FakeMusicServices played = new FakeMusicServices();
        FunctionServer server = server(played, Clock.systemUTC())) {
      played.delay(12_000);
      long start = System.nanoTime();

      Map<String, Object> playlist = playlist(server, "angry");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DOWN_BAR);
      assertThat(tracks(playlist)).hasSize(15);
      assertThat(names(playlist, "unavailable")).containsExactly("Jamendo", "Audius");
      assertThat(names(playlist, "sources")).containsExactly("Moodify originals");
    }
  }

  @Test
  void whenBothCataloguesFailTheirLastGoodAnswersAreUsed() throws Exception {
    forget();
    try (FakeMusicServices played = new FakeMusicServices()) {
      try (FunctionServer server = server(played, Clock.systemUTC())) {
        playlist(server, "fear");
      }
      played.status(500);
      Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
      try (FunctionServer server = server(played, tomorrow)) {
        Map<String, Object> playlist = playlist(server, "fear");

        assertThat(names(playlist, "sources")).contains("Jamendo", "Audius");
        assertThat(names(playlist, "unavailable")).isEmpty();
      }
    }
  }

  @Test
  void anotherInstanceAsksNothingThatWasAnsweredBefore() throws Exception {
    forget();
    try (FakeMusicServices played = new FakeMusicServices()) {
      try (FunctionServer server = server(played, Clock.systemUTC())) {
        playlist(server, "surprise");
      }
      int asked = played.questions();
      try (FunctionServer server = server(played, Clock.systemUTC())) {
        playlist(server, "surprise");
      }

      assertThat(asked).isPositive();
      assertThat(played.questions()).isEqualTo(asked);
    }
  }

  private static FunctionServer server(FakeMusicServices played, Clock clock) {
    MusicSources sources = MusicSources.of(played.settings(), cloud, clock);
    return FunctionServer.of(new Recommend(cloud, new Catalogues(sources.catalogues()), clock));
  }

  private static Map<String, Object> playlist(FunctionServer server, String emotion)
      throws Exception {
    String moodId = UUID.randomUUID().toString();
    String path = "users/ada/moods/" + moodId;
    firestore
        .document(path)
        .set(Map.of("status", "ready", "source", "manual", "emotion", emotion))
        .get();
    assertThat(server.send(WrittenEvent.of(path, "ready"))).isEqualTo(200);
    return firestore.document("users/ada/playlists/" + moodId).get().get().getData();
  }

  private static void forget() throws Exception {
    for (QueryDocumentSnapshot document :
        firestore.collection("catalogueCache").get().get().getDocuments()) {
      document.getReference().delete().get();
    }
  }

  private static List<String> names(Map<String, Object> playlist, String field) {
    return ((List<?>) playlist.get(field)).stream().map(String.class::cast).toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> tracks(Map<String, Object> playlist) {
    return (List<Map<String, Object>>) playlist.get("tracks");
  }
}
