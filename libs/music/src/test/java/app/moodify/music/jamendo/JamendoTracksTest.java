package app.moodify.music.jamendo;

import static app.moodify.music.jamendo.JamendoResponses.TRACK;
import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackLinks;
import app.moodify.core.music.TrackLinks.Audio;
import app.moodify.core.music.TrackLinks.AudioKind;
import app.moodify.core.music.TrackLinks.Licence;
import app.moodify.core.music.TrackTraits;
import app.moodify.music.http.JsonFixture;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JamendoTracksTest extends JamendoServer {
  @Test
  void aGoodResponseGivesTracksWithAllThatIsToBeShown() throws Exception {
    respond(JamendoResponses.of(TRACK));

    Track track = ask().get(0);

    assertThat(track)
        .usingRecursiveComparison()
        .ignoringFields("affect")
        .isEqualTo(
            new Track(
                "jamendo-900001",
                "Jamendo",
                "Test Tide",
                "Fixture Band",
                Optional.of("jamendo-7001"),
                201,
                track.affect(),
                new TrackTraits(
                    Optional.of("ambient"),
                    List.of("relaxing", "dream"),
                    Optional.of(Speed.LOW),
                    Optional.of(true)),
                0.5,
                Optional.of(LocalDate.of(2024, 2, 3)),
                Optional.empty(),
                Optional.of(
                    new TrackLinks(
                        new Audio(
                            URI.create(
                                "https://prod-1.storage.jamendo.com/?trackid=900001&format=mp32"),
                            AudioKind.DIRECT),
                        Optional.of(URI.create("https://www.jamendo.com/track/900001")),
                        Optional.of(URI.create("https://www.jamendo.com/artist/7001")),
                        Optional.of(
                            URI.create(
                                "https://usercontent.jamendo.com/?type=album&id=1&width=300")),
                        Optional.of(
                            new Licence(
                                "CC BY-NC-SA 3.0",
                                Optional.of(
                                    URI.create(
                                        "https://creativecommons.org/licenses/by-nc-sa/3.0/"))))))));
    assertThat(track.affect().distanceTo(new Affect(0.4, -0.6))).isLessThan(0.25);
  }

  @Test
  void idsMayBeNumbers() throws Exception {
    respond(JamendoResponses.of(TRACK.with("id", "900001").with("artist_id", "7001")));

    Track track = ask().get(0);

    assertThat(track.id()).isEqualTo("jamendo-900001");
    assertThat(track.artistId()).contains("jamendo-7001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "album_name",
        "album_id",
        "album_image",
        "artist_id",
        "artist_idstr",
        "license_ccurl",
        "releasedate",
        "image",
        "shareurl",
        "shorturl",
        "prourl",
        "waveform",
        "position",
        "musicinfo",
        "musicinfo.tags",
        "musicinfo.tags.genres",
        "musicinfo.tags.vartags",
        "musicinfo.speed",
        "musicinfo.vocalinstrumental",
        "stats",
        "stats.rate_listened_total",
        "audiodownload_allowed",
        "content_id_free"
      })
  void whatIsNotNeededMayBeNullAbsentEmptyOrOfAnotherType(String field) throws Exception {
    respond(
        JamendoResponses.of(
            TRACK.variants(field, "null", "\"\"", "[{}]", "{\"a\":1}", "-17.5", "true")));

    assertThat(ask())
        .extracting(Track::id)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 7).mapToObj(id -> "jamendo-" + id).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "name", "artist_name", "duration", "audio"})
  void withoutWhatIsNeededATrackIsLeftOutAndTheOthersStay(String field) throws Exception {
    respond(
        JamendoResponses.of(
            TRACK.with("id", "1").with(field, "null"),
            TRACK.with("id", "2").without(field),
            TRACK.with("id", "3").with(field, "\"\""),
            TRACK.with("id", "4").with(field, "[7]"),
            TRACK.with("id", "5")));

    assertThat(ask()).extracting(Track::id).containsExactly("jamendo-5");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 59, 901, 3600, Integer.MAX_VALUE})
  void tracksThatAreTooShortOrTooLongAreLeftOut(int seconds) throws Exception {
    respond(JamendoResponses.of(TRACK.with("duration", String.valueOf(seconds))));

    assertThat(ask()).isEmpty();
  }

  @Test
  void markupInATitleStaysText() throws Exception {
    respond(
        JamendoResponses.of(
            TRACK.with("name", "\"<img src=x onerror=alert(1)>\\u0000\\n\\u202eedit\"")));

    assertThat(ask().get(0).title()).isEqualTo("<img src=x onerror=alert(1)> edit");
  }

  @Test
  void linksThatAreNoPublicWebAddressesAreLeftOut() throws Exception {
    JsonFixture odd =
        TRACK
            .with("shareurl", "\"javascript:alert(1)\"")
            .with("image", "\"https://192.168.0.1/cover.png\"")
            .with("license_ccurl", "\"https://user:password@creativecommons.org/\"");
    respond(
        JamendoResponses.of(odd, TRACK.with("id", "2").with("audio", "\"http://10.0.0.7/a.mp3\"")));

    List<Track> tracks = ask();

    assertThat(tracks).hasSize(1);
    TrackLinks links = tracks.get(0).links().orElseThrow();
    assertThat(links.page()).contains(URI.create("https://www.jamendo.com/track/900001"));
    assertThat(links.artwork()).isEmpty();
    assertThat(links.licence()).isEmpty();
  }

  @Test
  void popularityIsTheRankInTheResponse() throws Exception {
    respond(
        JamendoResponses.of(
            TRACK.with("id", "1").with("stats.rate_listened_total", "10"),
            TRACK.with("id", "2").with("stats.rate_listened_total", "1000000"),
            TRACK.with("id", "3").with("stats.rate_listened_total", "200"),
            TRACK.with("id", "4").without("stats")));

    assertThat(ask()).extracting(Track::popularity).containsExactly(0.0, 1.0, 0.5, 0.5);
  }
}
