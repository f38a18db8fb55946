package app.moodify.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.person.InvalidTokenException;
import app.moodify.core.person.SignIn;
import app.moodify.http.Guard;
import app.moodify.http.Origins;
import app.moodify.privacy.Erasure;
import app.moodify.privacy.Export;
import app.moodify.telemetry.Telemetry;
import app.moodify.testing.FakeClock;
import app.moodify.testing.FunctionServer;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What hangs on time, on App Check, and on stores that are down; the rest is in hosting/test/api.
 */
class ApiTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String PAGE = "https://moodify.example";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final FakeClock clock = new FakeClock(NOW);
  private final FakePersonStore ada = new FakePersonStore(clock);
  private SignIn signIn = new SignIn("ada", false, NOW.minusSeconds(10));
  private FunctionServer server;

  @BeforeEach
  void start() {
    Guard guard =
        new Guard(
            Optional.of(
                token -> {
                  if (!token.equals("page")) {
                    throw new InvalidTokenException("Not the page's");
                  }
                }),
            token -> signIn,
            (uid, limit) -> Optional.empty());
    Export export = new Export(ada, ada, ada, clock);
    Erasure erasure = new Erasure(ada, ada, ada, ada, clock, Duration.ZERO);
    RouteHandlers operations =
        new RouteHandlers(export, erasure, id -> Optional.empty(), ada, clock);
    Origins origins = new Origins(Set.of(PAGE));
    server = FunctionServer.of(new Api(Telemetry.silent(), guard, origins, operations));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"299, false", "300, true", "86400, true"})
  void erasingTakesASignInOfTheLastFiveMinutes(long secondsAgo, boolean isRefused)
      throws Exception {
    signIn = new SignIn("ada", false, NOW.minusSeconds(secondsAgo));

    HttpResponse<String> answer = ask("DELETE", "account");

    assertThat(answer.statusCode()).isEqualTo(isRefused ? 401 : 200);
    assertThat(ada.hasAccount()).isEqualTo(isRefused);
    if (isRefused) {
      assertThat(json(answer).get("code").getAsString()).isEqualTo("reauthentication_required");
      assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
          .contains("insufficient_user_authentication", "max_age=\"300\"");
      assertThat(ada.documents()).as("nothing is erased").isEqualTo(3);
    }
  }

  @Test
  void somebodyWithoutAnAccountOfTheirOwnCannotSignInAgainAndNeedNot() throws Exception {
    signIn = new SignIn("ada", true, NOW.minus(Duration.ofDays(20)));

    assertThat(ask("DELETE", "account").statusCode()).isEqualTo(200);
  }

  @Test
  void whatTakesTooLongGoesOnWhenItIsAskedForAgain() throws Exception {
    ada.documentsTake(Duration.ofSeconds(30));

    HttpResponse<String> first = ask("DELETE", "account");
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(json(first).get("status").getAsString()).isEqualTo("erasing");
    assertThat(ada.hasAccount()).as("the account is the last thing to go").isTrue();
    assertThat(ada.documents()).isEqualTo(1);

    clock.advance(Duration.ofHours(1));
    HttpResponse<String> second = ask("DELETE", "account");
    assertThat(second.statusCode()).as("what has begun needs no new sign-in").isEqualTo(200);
    assertThat(json(second).get("status").getAsString()).isEqualTo("erased");
    assertThat(ada.hasAccount()).isFalse();
    assertThat(ada.documents()).isZero();
  }

  @Test
  void aCallThatDoesNotComeFromThePageIsRefusedWhereAppCheckIsRequired() throws Exception {
    for (String token : new String[] {"", "forged"}) {
      HttpResponse<String> answer =
          CLIENT.send(
              request("GET", "export").setHeader("X-Firebase-AppCheck", token).build(),
              BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(json(answer).get("code").getAsString()).isEqualTo("app_check_failed");
    }
    assertThat(ask("GET", "export").statusCode()).isEqualTo(200);
  }

  @Test
  void anExportThatCannotBeReadIsAProblemAndNoBrokenZip() throws Exception {
    ada.down(true);

    HttpResponse<String> answer = ask("GET", "export");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("content-disposition")).isEmpty();
  }

  @Test
  void onlyThePagesOriginIsLetReadAnAnswer() throws Exception {
    for (String origin : new String[] {PAGE, PAGE + ".evil.example", "null"}) {
      HttpResponse<String> answer =
          CLIENT.send(
              request("GET", "export").setHeader("Origin", origin).build(),
              BodyHandlers.ofString());

      assertThat(answer.headers().firstValue("access-control-allow-origin"))
          .isEqualTo(origin.equals(PAGE) ? Optional.of(PAGE) : Optional.empty());
    }
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    return CLIENT.send(request(method, path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String method, String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/" + path))
        .method(method, BodyPublishers.noBody())
        .header("Authorization", "Bearer good")
        .header("X-Firebase-AppCheck", "page");
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }
}
