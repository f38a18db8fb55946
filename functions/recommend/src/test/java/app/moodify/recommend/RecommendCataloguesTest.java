package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.music.catalogue.Catalogues;
import app.moodify.testing.MachineSpeed;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The function with catalogues on a stub server. */
class RecommendCataloguesTest extends RecommendInFramework {
  /** What everything but the catalogues may take. */
  private static final Duration REST_BAR = Duration.ofMillis(500);

  private FakeMusicServices services;

  @BeforeEach
  void serveWithStubs() throws Exception {
    for (QueryDocumentSnapshot cached :
        firestore().collection("catalogueCache").get().get().getDocuments()) {
      cached.getReference().delete().get();
    }
    services = new FakeMusicServices();
    serve(services.settings(), Clock.systemUTC());
  }

  @AfterEach
  void stopStubs() {
    services.close();
  }

  @Test
  void aPlaylistHasTracksOfEveryCatalogueAndWhatTheirTermsAskToBeShown() throws Exception {
    Map<String, Object> playlist = playlistFor("happy");

    assertThat(strings(playlist, "sources")).contains("Jamendo", "Audius");
    assertThat(strings(playlist, "unavailable")).isEmpty();
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

  @Test
  void theClientIdIsInNothingThatIsStored() throws Exception {
    assertThat(playlistFor("sad").toString()).doesNotContain(FakeMusicServices.CLIENT_ID);
    assertThat(firestore().collection("catalogueCache").get().get().getDocuments())
        .isNotEmpty()
        .allSatisfy(
            document ->
                assertThat(document.getData().toString())
                    .doesNotContain(FakeMusicServices.CLIENT_ID));
  }

  @Test
  void whenBothCataloguesHangAFullPlaylistComesInTimeAndSaysSo() throws Exception {
    services.delay(12_000);
    long start = System.nanoTime();

    Map<String, Object> playlist = playlistFor("angry");

    double rest = Duration.ofNanos(System.nanoTime() - start).minus(Catalogues.BUDGET).toMillis();
    assertThat(rest).isLessThan(MachineSpeed.bar(REST_BAR.toMillis(), rest));
    assertThat(tracks(playlist)).hasSize(15);
    assertThat(strings(playlist, "unavailable")).containsExactly("Jamendo", "Audius");
    assertThat(strings(playlist, "sources")).containsExactly("Moodify originals");
  }

  @Test
  void whenBothCataloguesFailTheirStaleResponsesAreUsed() throws Exception {
    playlistFor("fear");
    services.status(500);
    serve(services.settings(), Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));

    Map<String, Object> playlist = playlistFor("fear");

    assertThat(strings(playlist, "sources")).contains("Jamendo", "Audius");
    assertThat(strings(playlist, "unavailable")).isEmpty();
  }

  @Test
  void anotherInstanceRequestsNothingThatIsCached() throws Exception {
    playlistFor("surprise");
    int before = services.requests();
    serve(services.settings(), Clock.systemUTC());

    playlistFor("surprise");

    assertThat(before).isPositive();
    assertThat(services.requests()).isEqualTo(before);
  }
}
