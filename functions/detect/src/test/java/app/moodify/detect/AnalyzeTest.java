package app.moodify.detect;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.PhotoFault;
import app.moodify.testing.RecordingLog;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzeTest extends AnalyzeInFramework {
  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/analyses", "/v1/analyses", "/analyses", "/", ""})
  void aPhotoIsAnsweredWithItsAnalysis(String path) throws Exception {
    HttpResponse<String> answer = send(post(path, "good", "happy"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/json");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    JsonObject json = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertThat(json.keySet())
        .containsExactly("file", "status", "faces", "box", "emotion", "confidence", "scores", "ms");
    assertThat(json.get("file").isJsonNull()).isTrue();
    assertThat(json.get("emotion").getAsString()).isEqualTo("happy");
  }

  @Test
  void nothingIsReadForWhoHasNotAgreed() {
    HttpResponse<String> answer = send(post("/analyses", "undecided", "happy"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"no_consent\"").doesNotContain("scores");
  }

  @Test
  void aPhotoWithoutAFaceIsAnAnswerAndNoError() throws Exception {
    HttpResponse<String> answer = send(post("/analyses", "good", "no face"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JsonParser.parseString(answer.body()).getAsJsonObject().get("status").getAsString())
        .isEqualTo("no_face");
  }

  @ParameterizedTest
  @EnumSource(PhotoFault.class)
  void aPhotosFaultIsAProblemWithItsCodeAndSentence(PhotoFault fault) throws Exception {
    int status =
        switch (fault) {
          case EMPTY -> 400;
          case TOO_MANY_BYTES -> 413;
          case NOT_AN_IMAGE,
              HEIC_UNSUPPORTED,
              AVIF_UNSUPPORTED,
              JPEG_XL_UNSUPPORTED,
              JPEG_2000_UNSUPPORTED,
              TIFF_UNSUPPORTED,
              ICON_UNSUPPORTED,
              SVG_UNSUPPORTED,
              PDF_UNSUPPORTED,
              VIDEO_UNSUPPORTED,
              FORMAT_UNSUPPORTED ->
              415;
          case TOO_MANY_PIXELS, TOO_COSTLY, DAMAGED -> 422;
        };

    JsonObject problem = problem(send(post("/analyses", "good", fault.name())), status);

    assertThat(problem.get("code").getAsString()).isEqualTo(fault.code());
    assertThat(problem.get("detail").getAsString()).isEqualTo(fault.message());
  }

  @Test
  void whoFindsNoPlaceIsToldWhenToTryAgain() throws Exception {
    HttpResponse<String> answer = send(post("/analyses", "good", "busy"));

    JsonObject problem = problem(answer, 429);
    assertThat(problem.get("code").getAsString()).isEqualTo("busy");
    assertThat(problem.get("detail").getAsString()).contains("try again in 2 seconds");
    assertThat(answer.headers().firstValue("retry-after")).contains("2");
  }

  @Test
  void anEmptyBodyIsABadRequest() throws Exception {
    JsonObject problem = problem(send(post("/analyses", "good", "")), 400);

    assertThat(problem.get("code").getAsString()).isEqualTo("empty");
  }

  @ParameterizedTest
  @CsvSource({"expired,expired", "forged,not valid"})
  void aTokenThatIsNotGoodIsRefused(String token, String reason) throws Exception {
    HttpResponse<String> answer = send(post("/analyses", token, "happy"));

    assertThat(problem(answer, 401).get("detail").getAsString()).contains(reason);
    assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
        .startsWith("Bearer")
        .contains("invalid_token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "Basic good", "Bearer", "Bearer two words"})
  void anythingButABearerTokenIsRefused(String authorization) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address("/analyses"))
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString("happy"))
            .build();

    assertThat(send(request).headers().firstValue("www-authenticate")).isPresent();
    problem(send(request), 401);
  }

  @Test
  void aRequestWithoutATokenIsRefused() throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address("/analyses"))
                .POST(BodyPublishers.ofString("happy"))
                .build());

    assertThat(problem(answer, 401).get("code").getAsString()).isEqualTo("no_token");
    assertThat(answer.headers().firstValue("www-authenticate"))
        .contains("Bearer realm=\"moodify\"");
  }

  @Test
  void theNameOfTheSchemeMayBeInAnyCase() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address("/analyses"))
            .header("Authorization", "bearer good")
            .POST(BodyPublishers.ofString("happy"))
            .build();

    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void onlyPostIsAllowed(String method) throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address("/api/v1/analyses"))
                .method(method, BodyPublishers.ofString("happy"))
                .build());

    problem(answer, 405);
    assertThat(answer.headers().firstValue("allow")).contains("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1", "/api/v1/analyses/7", "/api/v2/analyses", "/etc/passwd"})
  void otherPathsAreNotFound(String path) throws Exception {
    problem(send(post(path, "good", "happy")), 404);
  }

  @Test
  void aFormIsNoPhoto() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address("/analyses"))
            .header("Authorization", "Bearer good")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString("--x--"))
            .build();

    assertThat(problem(send(request), 415).get("code").getAsString()).isEqualTo("form_unsupported");
  }

  @Test
  void whatCannotBeCheckedForNowMayBeTriedAgain() throws Exception {
    HttpResponse<String> answer = send(post("/analyses", "down", "happy"));

    problem(answer, 503);
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
  }

  @Test
  void aThrottledRequestSaysHowLongToWait() throws Exception {
    HttpResponse<String> answer = send(post("/analyses", "hasty", "happy"));

    assertThat(problem(answer, 429).get("code").getAsString()).isEqualTo("too_many_requests");
    assertThat(answer.headers().firstValue("retry-after")).contains("3");
  }

  @Test
  void whoCallsSoOftenThatItCannotBeCountedWaitsASecond() throws Exception {
    HttpResponse<String> answer = send(post("/analyses", "contended", "happy"));

    assertThat(problem(answer, 429).get("code").getAsString()).isEqualTo("too_many_requests");
    assertThat(answer.headers().firstValue("retry-after")).contains("1");
  }

  @Test
  void aCrashIsAProblemTooAndTheFunctionLivesOn() throws Exception {
    assertThat(problem(send(post("/analyses", "good", "crash")), 500).get("code").getAsString())
        .isEqualTo("internal");

    assertThat(send(post("/analyses", "good", "happy")).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsRefusedBeforeItArrives() throws Exception {
    String answer =
        talk("Content-Length: " + (PhotoAnalyzer.MAX_BYTES + 1) + "\r\n\r\n", new byte[0], 0);

    assertThat(answer).startsWith("HTTP/1.1 413").contains("too_many_bytes");
  }

  @Test
  void theAnswerGetsThroughToAClientThatSendsItsWholeBodyFirst() throws Exception {
    byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);

    assertThat(talk("Content-Length: " + (24 << 20) + "\r\n\r\n", megabyte, 24))
        .startsWith("HTTP/1.1 413")
        .contains("too_many_bytes");
  }

  @Test
  void aBodyWithoutAnEndIsRefusedOnceItIsTooLarge() throws Exception {
    byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

    String answer = talk("Transfer-Encoding: chunked\r\n\r\n", chunk, 170);

    assertThat(answer).startsWith("HTTP/1.1 413").contains("too_many_bytes");
  }

  @Test
  void neitherTokensNorPhotosAreLogged() throws Exception {
    try (RecordingLog log = new RecordingLog()) {
      send(post("/analyses", "secret-token", "happy"));
      send(post("/analyses", "good", "crash"));

      assertThat(log.lines()).isNotEmpty();
      assertThat(log.lines().toString()).doesNotContain("secret-token").doesNotContain("Bearer");
    }
  }
}
