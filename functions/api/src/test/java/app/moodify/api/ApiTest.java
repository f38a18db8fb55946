package app.moodify.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.person.InvalidTokenException;
import app.moodify.core.person.SignIn;
import app.moodify.http.Guard;
import app.moodify.http.Origins;
import app.moodify.privacy.Erasure;
import app.moodify.privacy.Export;
import app.moodify.privacy.StoredExports;
import app.moodify.telemetry.Telemetry;
import app.moodify.testing.FakeAccountStore;
import app.moodify.testing.FakeClock;
import app.moodify.testing.FakeErasureLog;
import app.moodify.testing.FakeExportFiles;
import app.moodify.testing.FakeExportStore;
import app.moodify.testing.FakePersonalDocuments;
import app.moodify.testing.FakePhotoStore;
import app.moodify.testing.FakeProfileStore;
import app.moodify.testing.FakeRevocations;
import app.moodify.testing.FunctionServer;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What hangs on time, on App Check, and on stores that are down; the rest is in hosting/test/api.
 */
class ApiTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String PAGE = "https://moodify.example";

  private final FakeClock clock = new FakeClock(NOW);
  private final FakeAccountStore accounts = new FakeAccountStore();
  private final FakeRevocations revocations = new FakeRevocations();
  private final FakeProfileStore profiles = new FakeProfileStore();
  private final FakePersonalDocuments documents = new FakePersonalDocuments(clock);
  private final FakeExportStore exports = new FakeExportStore();
  private final FakeExportFiles exportFiles = new FakeExportFiles();
  private SignIn signIn = new SignIn("ada", false, NOW.minusSeconds(10));
  @AutoClose private FunctionServer server;

  @BeforeEach
  void start() {
    accounts.add("ada", false, Instant.EPOCH, Instant.EPOCH);
    documents.put("users/ada", Map.of("displayName", "Ada"));
    documents.put("users/ada/moods/m1", Map.of("status", "ready"));
    documents.put("users/ada/moods/m2", Map.of("status", "ready"));
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
    FakePhotoStore photos = new FakePhotoStore();
    Export export = new Export(accounts, documents, photos, clock);
    Erasure erasure =
        new Erasure(accounts, documents, photos, new FakeErasureLog(), clock, Duration.ZERO);
    StoredExports storedExports = new StoredExports(exports, exportFiles, exportFiles, clock);
    RouteHandlers handlers =
        new RouteHandlers(
            export,
            storedExports,
            erasure,
            id -> Optional.empty(),
            accounts,
            revocations,
            profiles,
            clock);
    Origins origins = new Origins(Set.of(PAGE));
    server = FunctionServer.of(new Api(Telemetry.silent(), guard, origins, handlers));
  }

  @ParameterizedTest
  @CsvSource({"299, false", "300, true", "86400, true"})
  void erasingTakesASignInOfTheLastFiveMinutes(long secondsAgo, boolean isRefused) {
    signIn = new SignIn("ada", false, NOW.minusSeconds(secondsAgo));

    HttpResponse<String> answer = ask("DELETE", "account");

    assertThat(answer.statusCode()).isEqualTo(isRefused ? 401 : 200);
    assertThat(hasAccount()).isEqualTo(isRefused);
    if (isRefused) {
      assertThat(json(answer).get("code").getAsString()).isEqualTo("reauthentication_required");
      assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
          .contains("insufficient_user_authentication", "max_age=\"300\"");
      assertThat(documents.size()).as("nothing is erased").isEqualTo(3);
    }
  }

  @Test
  void somebodyWithoutAnAccountOfTheirOwnCannotSignInAgainAndNeedNot() {
    signIn = new SignIn("ada", true, NOW.minus(Duration.ofDays(20)));

    assertThat(ask("DELETE", "account").statusCode()).isEqualTo(200);
  }

  @Test
  void whatTakesTooLongGoesOnWhenItIsAskedForAgain() {
    documents.erasingTakes(Duration.ofSeconds(3));

    HttpResponse<String> first = ask("DELETE", "account");
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(json(first).get("status").getAsString()).isEqualTo("erasing");
    assertThat(json(first).get("deleted").getAsInt()).isEqualTo(2);
    assertThat(json(first).get("left").getAsInt()).isEqualTo(1);
    assertThat(hasAccount()).as("the account is the last thing to go").isTrue();
    assertThat(documents.size()).isEqualTo(1);

    clock.advance(Duration.ofHours(1));
    HttpResponse<String> second = ask("DELETE", "account");
    assertThat(second.statusCode()).as("what has begun needs no new sign-in").isEqualTo(200);
    assertThat(json(second).get("status").getAsString()).isEqualTo("erased");
    assertThat(hasAccount()).isFalse();
    assertThat(documents.size()).isZero();
  }

  @Test
  void aStoreThatFailsOnceItHasBegunIsNoRefusal() {
    documents.erasingFails(true);

    HttpResponse<String> first = ask("DELETE", "account");
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(json(first).get("status").getAsString()).isEqualTo("erasing");
    assertThat(json(first).has("left")).as("nobody knows").isFalse();
    assertThat(hasAccount()).isTrue();

    documents.erasingFails(false);
    assertThat(ask("DELETE", "account").statusCode()).isEqualTo(200);
    assertThat(documents.size()).isZero();
  }

  @Test
  void aCallThatDoesNotComeFromThePageIsRefusedWhereAppCheckIsRequired() {
    for (String token : new String[] {"", "forged"}) {
      HttpResponse<String> answer =
          server.send(request("GET", "export").setHeader("X-Firebase-AppCheck", token).build());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(json(answer).get("code").getAsString()).isEqualTo("app_check_failed");
    }
    assertThat(ask("GET", "export").statusCode()).isEqualTo(200);
  }

  @Test
  void anExportThatCannotBeReadIsAProblemAndNoBrokenZip() {
    documents.down(true);

    HttpResponse<String> answer = ask("GET", "export");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("content-disposition")).isEmpty();
  }

  @Test
  void anExportThatIsTooLargeForAnAnswerIsMadeInTheBackgroundOnce() {
    byte[] noise = new byte[6 << 20];
    new Random(1).nextBytes(noise);
    documents.put("users/ada/savedPlaylists/s", Map.of("name", noise));

    for (int calls = 0; calls < 3; calls++) {
      HttpResponse<String> answer = ask("GET", "export");

      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(json(answer).get("status").getAsString()).isEqualTo("writing");
      assertThat(json(answer).get("exportId").getAsString())
          .isEqualTo(exports.all().get(0).exportId());
    }
    assertThat(exportFiles.asked()).containsExactlyElementsOf(exports.all()).hasSize(1);
  }

  @Test
  void anExportThatNobodyCanBeAskedForIsForgotten() {
    documents.put(
        "users/ada/savedPlaylists/s",
        Map.of(
            "name",
            new Random(1)
                .ints(2 << 20)
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining())));
    exportFiles.down(true);

    assertThat(ask("GET", "export").statusCode()).isEqualTo(503);
    assertThat(exports.all()).isEmpty();
  }

  @Test
  void onlyThePagesOriginIsLetReadAnAnswer() {
    for (String origin : new String[] {PAGE, PAGE + ".evil.example", "null"}) {
      HttpResponse<String> answer =
          server.send(request("GET", "export").setHeader("Origin", origin).build());

      assertThat(answer.headers().firstValue("access-control-allow-origin"))
          .isEqualTo(origin.equals(PAGE) ? Optional.of(PAGE) : Optional.empty());
    }
  }

  @Test
  void signingOutEverywhereRefusesTokensAtTheStoresToo() {
    assertThat(ask("POST", "sign-out-everywhere").statusCode()).isEqualTo(204);

    assertThat(revocations.refusedBefore("ada")).contains(NOW);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void aConsentIsGivenAndWithdrawn(boolean given, boolean consents) {
    profiles.recordConsent("ada", !given, NOW);

    HttpResponse<String> answer = consent("{\"given\": %s, \"version\": 1}".formatted(given));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(profiles.photoChoices("ada").consents()).isEqualTo(consents);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                             | 400
          {"given": true}                | 400
          {"given": "yes", "version": 1} | 400
          []                             | 400
          given=true                     | 400
          {"given": true, "version": 2}  | 409
          """)
  void aConsentThatMakesNoSenseChangesNothing(String body, int status) {
    assertThat(consent(body).statusCode()).isEqualTo(status);
    assertThat(profiles.photoChoices("ada").consents()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2000, 2_000_000})
  void aConsentOfAnotherLengthIsRefused(int length) {
    assertThat(consent(" ".repeat(length)).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> consent(String body) {
    return server.send(
        request("POST", "consents").method("POST", BodyPublishers.ofString(body)).build());
  }

  private boolean hasAccount() {
    return accounts.find("ada").isPresent();
  }

  private HttpResponse<String> ask(String method, String path) {
    return server.send(request(method, path).build());
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
