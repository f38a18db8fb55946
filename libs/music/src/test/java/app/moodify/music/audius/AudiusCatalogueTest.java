package app.moodify.music.audius;

import static app.moodify.music.audius.AudiusResponses.FULL;
import static app.moodify.music.audius.AudiusResponses.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.music.Track;
import app.moodify.music.catalogue.CatalogueException.Kind;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudiusCatalogueTest extends AudiusServer {
  @Test
  void theRequestAsksByMoodTempoAndGenreAndNamesTheApplication() throws Exception {
    respond(AudiusResponses.enough());

    assertThat(ask()).hasSize(15);

    HttpUrl url = server().takeRequest().getUrl();
    assertThat(url.encodedPath()).isEqualTo("/v1/tracks/search");
    assertThat(url.queryParameterValues("mood")).containsExactly("Peaceful", "Tender");
    assertThat(url.queryParameterValues("genre"))
        .contains("Lo-Fi", "R&B/Soul", "Drum & Bass")
        .doesNotContain("Podcasts", "Audiobooks", "Spoken Word", "Comedy", "Kids");
    assertThat(url.queryParameter("bpm_min")).isEqualTo("60");
    assertThat(url.queryParameter("bpm_max")).isEqualTo("105");
    assertThat(url.queryParameter("sort_method")).isEqualTo("popular");
    assertThat(url.queryParameter("limit")).isEqualTo("100");
    assertThat(url.queryParameter("app_name")).isEqualTo("Moodify");
    assertThat(url.queryParameterNames()).doesNotContain("query", "api_key");
    assertThat(server().getRequestCount()).isEqualTo(1);
  }

  @Test
  void tooFewTracksAreFollowedByAWiderRequestAndAtLastByTrendingTracks() throws Exception {
    respond(AudiusResponses.of(FULL));
    respond(AudiusResponses.of(FULL, FULL.with("id", "\"wider\"")));
    respond(AudiusResponses.of(SHORT));

    assertThat(ask())
        .extracting(Track::id)
        .containsExactly("audius-Ab3dE", "audius-wider", "audius-Sh0rt");

    server().takeRequest();
    HttpUrl byMood = server().takeRequest().getUrl();
    assertThat(byMood.queryParameterValues("mood")).containsExactly("Peaceful", "Tender");
    assertThat(byMood.queryParameterNames()).doesNotContain("genre", "bpm_min", "bpm_max");
    HttpUrl trending = server().takeRequest().getUrl();
    assertThat(trending.encodedPath()).isEqualTo("/v1/tracks/trending");
    assertThat(trending.queryParameter("time")).isEqualTo("month");
    assertThat(Integer.parseInt(trending.queryParameter("limit"))).isBetween(1, 100);
    assertThat(trending.queryParameter("mood")).isNull();
    assertThat(trending.queryParameter("app_name")).isEqualTo("Moodify");
  }

  @Test
  void whatWasFoundStaysIfAWiderRequestFails() throws Exception {
    respond(AudiusResponses.of(FULL));
    respond(500);

    assertThat(ask()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"data\":[]}", "{}", "{\"data\":null}", "{\"data\":{\"id\":\"x\"}}"})
  void noDataAreNoTracks(String body) throws Exception {
    respond(body);
    respond(body);
    respond(body);

    assertThat(ask()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, BAD_REQUEST",
    "401, REFUSED",
    "403, REFUSED",
    "404, BAD_REQUEST",
    "429, QUOTA",
    "500, UNREACHABLE"
  })
  void eachStatusHasItsKind(int status, Kind kind) {
    respond(status);

    assertFails(this::ask, kind);
  }
}
