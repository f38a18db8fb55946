package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.cloud.auth.FirebaseAppVerifier;
import app.moodify.core.person.InvalidTokenException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the verifier that functions have. */
class LocalAppCheckTest {
  private static final String PAGE = "http://127.0.0.1:5000";

  private final OkHttpClient http = new OkHttpClient();
  @AutoClose private LocalAppCheck appCheck;

  @BeforeEach
  void start() throws IOException {
    appCheck = LocalAppCheck.start(0, Set.of(PAGE), Clock.systemUTC());
  }

  @Test
  void thePageGetsATokenThatFunctionsTake() throws IOException {
    JsonObject answer;
    try (Response response = ask("POST", PAGE)) {
      assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
      answer = JsonParser.parseString(response.body().string()).getAsJsonObject();
    }

    assertThatCode(() -> verifier("demo-moodify").verify(answer.get("token").getAsString()))
        .doesNotThrowAnyException();
    assertThat(Instant.ofEpochMilli(answer.get("expireTimeMillis").getAsLong()))
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(59)), Instant.now().plus(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:5001"})
  void noOtherPageAndNoProgramGetsOne(String origin) throws IOException {
    try (Response response = ask("POST", origin)) {
      assertThat(response.code()).isEqualTo(403);
      assertThat(response.header("Access-Control-Allow-Origin")).isNull();
    }
  }

  @Test
  void noTokenIsGoodForAnotherProjectOrOfAnotherRun() throws IOException {
    assertThatThrownBy(() -> verifier("demo-other").verify(appCheck.token()))
        .isInstanceOf(InvalidTokenException.class);
    try (LocalAppCheck other = LocalAppCheck.start(0, Set.of(PAGE), Clock.systemUTC())) {
      assertThatThrownBy(() -> verifier("demo-moodify").verify(other.token()))
          .isInstanceOf(InvalidTokenException.class);
    }
  }

  private FirebaseAppVerifier verifier(String project) {
    return new FirebaseAppVerifier(project, appCheck.keys().toString());
  }

  private Response ask(String method, String origin) throws IOException {
    Request.Builder request =
        new Request.Builder()
            .url(appCheck.tokens().toString())
            .method(method, RequestBody.create(new byte[0]));
    if (origin != null) {
      request.header("Origin", origin);
    }
    return http.newCall(request.build()).execute();
  }
}
