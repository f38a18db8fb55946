package app.moodify.cloud.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.Affect;
import app.moodify.core.music.CatalogueCache.CachedResponse;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackLinks;
import app.moodify.core.music.TrackLinks.Audio;
import app.moodify.core.music.TrackLinks.AudioKind;
import app.moodify.core.music.TrackLinks.Licence;
import app.moodify.core.music.TrackTraits;
import app.moodify.testing.FirestoreEmulator;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.Firestore;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Responses of catalogues, and songs of one's own, in the emulator. */
class FirestoreCatalogueTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
  private static final Instant EXPIRY = Instant.parse("2026-11-29T10:00:00Z");

  @AutoClose private static Firestore firestore;
  @AutoClose private static Cloud cloud;

  @BeforeAll
  static void start() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    cloud = new Cloud(Settings.of(EMULATOR.environment()));
  }

  @BeforeEach
  void empty() {
    cloud.songs().retain(List.of());
  }

  @Test
  void aResponseComesBackAsItWasStored() {
    CachedResponse response = new CachedResponse(List.of(song("a", new Affect(0.25, -0.5))), NOW);

    cloud.catalogueCache().store("jamendo-peaceful", response, EXPIRY);
    cloud.catalogueCache().flush();

    assertThat(cloud.catalogueCache().find("jamendo-peaceful", Instant.EPOCH)).contains(response);
    assertThat(cloud.catalogueCache().find("audius-peaceful", Instant.EPOCH)).isEmpty();
  }

  @Test
  void onlyANewerResponseThanTheCallersComesBack() {
    CachedResponse response = new CachedResponse(List.of(song("a", new Affect(0.25, -0.5))), NOW);

    cloud.catalogueCache().store("jamendo-tense", response, EXPIRY);
    cloud.catalogueCache().flush();

    assertThat(cloud.catalogueCache().find("jamendo-tense", NOW.minusSeconds(1)))
        .contains(response);
    assertThat(cloud.catalogueCache().find("jamendo-tense", NOW)).isEmpty();
    assertThat(cloud.catalogueCache().find("jamendo-tense", NOW.plusSeconds(1))).isEmpty();
  }

  @Test
  void aResponseNamesTheTimeAtWhichItMayBeDeleted() throws Exception {
    CachedResponse response = new CachedResponse(List.of(song("a", new Affect(0, 0))), NOW);

    cloud.catalogueCache().store("jamendo-happy", response, EXPIRY);
    cloud.catalogueCache().flush();

    assertThat(firestore.document("catalogueCache/jamendo-happy").get().get().get("expiresAt"))
        .isEqualTo(Timestamp.parseTimestamp(EXPIRY.toString()));
  }

  @Test
  void aResponseThatMakesNoSenseIsNone() throws Exception {
    for (Map<String, Object> fields :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("tracks", List.of(), "fetchedAt", Timestamp.now()),
            Map.of("tracks", "[]", "fetchedAt", Timestamp.now()),
            Map.of("tracks", "[\"text\", {\"id\": \"x\"}]", "fetchedAt", Timestamp.now()),
            Map.of("tracks", "text", "fetchedAt", Timestamp.now()),
            Map.of("tracks", "{", "fetchedAt", Timestamp.now()),
            Map.of("tracks", "", "fetchedAt", Timestamp.now()),
            Map.of("tracks", "[]", "fetchedAt", "yesterday"))) {
      firestore.document("catalogueCache/odd").set(fields).get();

      assertThat(cloud.catalogueCache().find("odd", Instant.EPOCH)).isEmpty();
    }
  }

  @Test
  void aHundredTracksFitIntoOneDocument() {
    List<Track> tracks =
        IntStream.range(0, 100).mapToObj(n -> song("track" + n, new Affect(0, 0))).toList();

    cloud.catalogueCache().store("jamendo-sad", new CachedResponse(tracks, NOW), EXPIRY);
    cloud.catalogueCache().flush();

    assertThat(cloud.catalogueCache().find("jamendo-sad", Instant.EPOCH).orElseThrow().tracks())
        .hasSize(100);
  }

  @Test
  void songsNearAPlaceAreFoundTheNearestFirst() {
    cloud
        .songs()
        .store(
            List.of(
                song("far", new Affect(-0.9, 0.9)),
                song("near", new Affect(0.5, -0.1)),
                song("nearest", new Affect(0.52, -0.3))));

    assertThat(cloud.songs().near(new Affect(0.5, -0.3), 10))
        .extracting(Track::id)
        .containsExactly("own-nearest", "own-near");
    assertThat(cloud.songs().near(new Affect(0.5, -0.3), 1)).hasSize(1);
    assertThat(cloud.songs().near(new Affect(-1, 1), 10)).hasSize(1);
  }

  @Test
  void songsAreStoredInThePlaceOfTheOldAndLeaveWhenTheyAreNotToStay() {
    List<Track> many =
        IntStream.range(0, 450).mapToObj(n -> song("s" + n, new Affect(0, 0))).toList();
    cloud.songs().store(many);
    cloud.songs().store(List.of(song("s7", new Affect(0.9, 0.9))));

    assertThat(cloud.songs().near(new Affect(0.9, 0.9), 5)).hasSize(1);
    assertThat(cloud.songs().retain(List.of("own-s7"))).isEqualTo(449);
    assertThat(cloud.songs().near(new Affect(0, 0), 5)).isEmpty();
    assertThat(cloud.songs().near(new Affect(0.9, 0.9), 5)).hasSize(1);
  }

  private static Track song(String name, Affect affect) {
    return new Track(
        "own-" + name,
        "Your songs",
        name,
        "Somebody",
        Optional.of("own-somebody"),
        200,
        affect,
        new TrackTraits(
            Optional.of("folk"), List.of("calm"), Optional.of(Speed.LOW), Optional.of(true)),
        0.5,
        Optional.of(LocalDate.of(2024, 2, 3)),
        Optional.empty(),
        Optional.of(
            new TrackLinks(
                new Audio(URI.create("https://example.org/" + name + ".mp3"), AudioKind.DIRECT),
                Optional.of(URI.create("https://example.org/" + name)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Licence("CC BY 4.0", Optional.empty())))));
  }
}
