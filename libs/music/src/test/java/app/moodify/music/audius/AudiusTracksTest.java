package app.moodify.music.audius;

import static app.moodify.music.audius.AudiusResponses.FULL;
import static app.moodify.music.audius.AudiusResponses.SHORT;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudiusTracksTest extends AudiusServer {
  @Test
  void aGoodResponseGivesTracksWithAllThatIsToBeShown() throws Exception {
    respond(AudiusResponses.of(FULL));

    Track track = ask().get(0);

    assertThat(track)
        .usingRecursiveComparison()
        .ignoringFields("affect")
        .isEqualTo(
            new Track(
                "audius-Ab3dE",
                "Audius",
                "Fixture Glow",
                "Fixture",
                Optional.of("audius-Zz9yX"),
                187,
                track.affect(),
                new TrackTraits(
                    Optional.of("Lo-Fi"),
                    List.of("peaceful", "calm", "study"),
                    Optional.of(Speed.VERY_LOW),
                    Optional.empty()),
                0.5,
                Optional.of(LocalDate.of(2025, 4, 2)),
                Optional.empty(),
                Optional.of(
                    new TrackLinks(
                        new Audio(
                            server().url("/v1/tracks/Ab3dE/stream?app_name=Moodify").uri(),
                            AudioKind.RESOLVE),
                        Optional.of(URI.create("https://audius.co/fixture/fixture-glow")),
                        Optional.of(URI.create("https://audius.co/fixture")),
                        Optional.of(URI.create("https://node.example.org/a480.jpg")),
                        Optional.of(new Licence("Attribution CC BY", Optional.empty()))))));
    assertThat(track.affect().arousal()).isLessThan(-0.5);
    assertThat(track.affect().valence()).isGreaterThan(0.3);
  }

  @Test
  void trendingMusicIsNotTakenForTheMoodThatWasLookedFor() throws Exception {
    respond(AudiusResponses.of());
    respond(AudiusResponses.of());
    respond(AudiusResponses.of(SHORT.with("mood", "null")));

    assertThat(ask().get(0).affect()).isEqualTo(new Affect(0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "artwork",
        "artwork.480x480",
        "mood",
        "genre",
        "tags",
        "bpm",
        "musical_key",
        "license",
        "user.id",
        "user.name",
        "user.handle",
        "permalink",
        "play_count",
        "favorite_count",
        "release_date",
        "created_at",
        "access",
        "access.stream",
        "stream",
        "is_streamable",
        "is_stream_gated",
        "is_unlisted",
        "is_delete",
        "is_available",
        "isrc"
      })
  void whatIsNotNeededMayBeNullAbsentEmptyOrOfAnotherType(String field) throws Exception {
    respond(AudiusResponses.of(FULL.variants(field, "null", "\"\"", "[{}]", "{\"a\":1}", "-17.5")));

    assertThat(ask())
        .extracting(Track::id)
        .containsExactly("audius-1", "audius-2", "audius-3", "audius-4", "audius-5", "audius-6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "title", "user", "duration"})
  void withoutWhatIsNeededATrackIsLeftOutAndTheOthersStay(String field) throws Exception {
    respond(
        AudiusResponses.of(
            FULL.with("id", "\"a\"").with(field, "null"),
            FULL.with("id", "\"b\"").without(field),
            FULL.with("id", "\"c\"").with(field, "\"\""),
            FULL.with("id", "\"d\"").with(field, "[7]"),
            FULL.with("id", "\"e\"")));

    assertThat(ask()).extracting(Track::id).containsExactly("audius-e");
  }

  @ParameterizedTest
  @CsvSource({
    "is_streamable, false",
    "access.stream, false",
    "is_available, false",
    "is_stream_gated, true",
    "is_unlisted, true",
    "is_delete, true",
    "genre, '\"Podcasts\"'",
    "genre, '\"Spoken Word\"'",
    "genre, '\"kids\"'",
    "duration, 0",
    "duration, 59",
    "duration, 3600",
    "duration, 1e300",
    "id, '\"../secrets\"'"
  })
  void whatIsNotStreamableOrNoMusicIsLeftOut(String field, String value) throws Exception {
    respond(AudiusResponses.of(FULL.with(field, value), FULL.with("id", "\"good\"")));

    assertThat(ask()).extracting(Track::id).containsExactly("audius-good");
  }

  @Test
  void aPermalinkLeadsNowhereButToAudius() throws Exception {
    respond(AudiusResponses.of(FULL.with("permalink", "\"//evil.example/steal?a=b\"")));

    TrackLinks links = ask().get(0).links().orElseThrow();

    assertThat(links.page().orElseThrow())
        .isEqualTo(URI.create("https://audius.co/evil.example/steal%3Fa=b"));
  }

  @Test
  void withoutANameTheHandleNamesTheArtist() throws Exception {
    respond(AudiusResponses.of(FULL.with("user.name", "null")));

    assertThat(ask().get(0).artist()).isEqualTo("fixture");
  }

  @Test
  void theAddressThatExpiresIsNotKept() throws Exception {
    respond(AudiusResponses.of(FULL));

    assertThat(ask().toString()).doesNotContain("signed").doesNotContain("expires");
  }

  @Test
  void popularityIsTheRankInTheResponse() throws Exception {
    JsonFixture unknown = FULL.with("id", "4").without("play_count").without("favorite_count");
    respond(
        AudiusResponses.of(
            FULL.with("id", "1").with("play_count", "10"),
            FULL.with("id", "2").with("play_count", "1000000"),
            FULL.with("id", "3").with("play_count", "200"),
            unknown));

    assertThat(ask()).extracting(Track::popularity).containsExactly(0.0, 1.0, 0.5, 0.5);
  }
}
