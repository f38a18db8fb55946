package app.moodify.music.jamendo;

import static app.moodify.music.jamendo.JamendoAnswers.TRACK;
import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.CatalogueException.Kind;
import app.moodify.testing.RecordingLog;
import java.time.Duration;
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
    answer(JamendoAnswers.of());

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
    answer(JamendoAnswers.of());

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
  void eachCodeInAnAnswerOf200HasItsKind(int code, Kind kind) {
    answer(JamendoAnswers.failure(code, "Invalid Client Id: " + CLIENT_ID));

    CatalogueException failure = failure();

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageContaining("code " + code).hasMessageNotContaining(CLIENT_ID);
  }

  @Test
  void aQuotaMayAlsoBeToldByTheStatus() {
    server().enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "30").build());

    CatalogueException failure = failure();

    assertThat(failure.kind()).isEqualTo(Kind.QUOTA);
    assertThat(failure.waitFor()).contains(Duration.ofSeconds(30));
  }

  @Test
  void warningsAreLoggedAndTheTracksUsed() throws Exception {
    answer(JamendoAnswers.warning("unknown parameter for client " + CLIENT_ID));

    try (RecordingLog log = new RecordingLog()) {
      assertThat(ask()).hasSize(1);
      assertThat(log.lines()).anyMatch(line -> line.contains("unknown parameter"));
      assertThat(log.lines()).noneMatch(line -> line.contains(CLIENT_ID));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"headers\":{\"code\":0}}", "{\"results\":[]}", "{\"headers\":[]}"})
  void anAnswerWithoutHeadersOrResultsIsMalformed(String body) {
    answer(body);

    assertThat(failure().kind()).isEqualTo(Kind.MALFORMED);
  }

  @Test
  void theClientIdIsInNoTrackAndNoLog() throws Exception {
    answer(JamendoAnswers.of(TRACK));
    answer(
        JamendoAnswers.of(
            TRACK.with("audio", "\"https://storage.jamendo.com/secret-id/?trackid=1\"")));
    answer(JamendoAnswers.failure(5, "Invalid Client Id: " + CLIENT_ID));
    answer("<html>" + CLIENT_ID);

    try (RecordingLog log = new RecordingLog()) {
      assertThat(ask().toString()).doesNotContain(CLIENT_ID);
      assertThat(ask()).isEmpty();
      assertThat(failure()).hasMessageNotContaining(CLIENT_ID);
      assertThat(failure()).hasMessageNotContaining(CLIENT_ID);
      assertThat(log.lines()).noneMatch(line -> line.contains(CLIENT_ID));
    }
  }
}
