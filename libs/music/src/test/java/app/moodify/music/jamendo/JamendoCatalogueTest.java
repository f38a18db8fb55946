package app.moodify.music.jamendo;

import static app.moodify.music.jamendo.JamendoResponses.TRACK;
import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.CatalogueException.Kind;
import app.moodify.testing.RecordingLog;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JamendoCatalogueTest extends JamendoServer {
  @Test
  void theRequestAsksByTagsSpeedAndPopularityForOneTrackOfAnArtist() throws Exception {
    respond(JamendoResponses.of());

    ask();

    RecordedRequest request = server().takeRequest();
    HttpUrl url = request.getUrl();
    assertThat(url.encodedPath()).isEqualTo("/v3.0/tracks/");
    assertThat(url.queryParameter("client_id")).isEqualTo(CLIENT_ID);
    assertThat(url.queryParameter("format")).isEqualTo("json");
    assertThat(url.queryParameter("fuzzytags")).isEqualTo("calm relaxing");
    assertThat(url.queryParameter("speed")).isEqualTo("verylow low");
    assertThat(url.queryParameter("groupby")).isEqualTo("artist_id");
    assertThat(url.queryParameter("boost")).isEqualTo("popularity_month");
    assertThat(url.queryParameter("order")).isNull();
    assertThat(url.queryParameter("durationbetween")).isEqualTo("60_900");
    assertThat(Integer.parseInt(url.queryParameter("limit"))).isBetween(1, 200);
    assertThat(request.getTarget()).doesNotContain("%2B");
    assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void noResultsAreNoTracks() throws Exception {
    respond(JamendoResponses.of());

    assertThat(ask()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, UNREACHABLE",
    "2, BAD_REQUEST",
    "3, BAD_REQUEST",
    "4, BAD_REQUEST",
    "5, REFUSED",
    "6, QUOTA",
    "7, BAD_REQUEST",
    "8, BAD_REQUEST",
    "9, BAD_REQUEST",
    "10, BAD_REQUEST",
    "11, REFUSED",
    "12, REFUSED",
    "13, REFUSED",
    "99, MALFORMED"
  })
  void eachCodeInAResponseOf200HasItsKind(int code, Kind kind) {
    respond(JamendoResponses.failure(code, "Invalid Client Id: " + CLIENT_ID));

    assertFails(this::ask, kind)
        .hasMessageContaining("code " + code)
        .hasMessageNotContaining(CLIENT_ID);
  }

  @Test
  void aQuotaMayAlsoComeAsAStatus() {
    server().enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "30").build());

    assertFails(this::ask, Kind.QUOTA)
        .extracting(CatalogueException::retryAfter)
        .isEqualTo(Optional.of(Duration.ofSeconds(30)));
  }

  @Test
  void warningsAreLoggedAndTheTracksUsed() throws Exception {
    respond(JamendoResponses.warning("unknown parameter for client " + CLIENT_ID));

    try (RecordingLog log = new RecordingLog()) {
      assertThat(ask()).hasSize(1);
      assertThat(log.lines()).anyMatch(line -> line.contains("unknown parameter"));
      assertThat(log.lines()).noneMatch(line -> line.contains(CLIENT_ID));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"headers\":{\"code\":0}}", "{\"results\":[]}", "{\"headers\":[]}"})
  void aResponseWithoutHeadersOrResultsIsMalformed(String body) {
    respond(body);

    assertFails(this::ask, Kind.MALFORMED);
  }

  @Test
  void theClientIdIsInNoTrackAndNoLog() throws Exception {
    respond(JamendoResponses.of(TRACK));
    respond(
        JamendoResponses.of(
            TRACK.with("audio", "\"https://storage.jamendo.com/secret-id/?trackid=1\"")));
    respond(JamendoResponses.failure(5, "Invalid Client Id: " + CLIENT_ID));
    respond("<html>" + CLIENT_ID);

    try (RecordingLog log = new RecordingLog()) {
      assertThat(ask().toString()).doesNotContain(CLIENT_ID);
      assertThat(ask()).isEmpty();
      assertFails(this::ask, Kind.REFUSED).hasMessageNotContaining(CLIENT_ID);
      assertFails(this::ask, Kind.MALFORMED).hasMessageNotContaining(CLIENT_ID);
      assertThat(log.lines()).noneMatch(line -> line.contains(CLIENT_ID));
    }
  }
}
