package app.moodify.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.person.SignIn;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What hangs on time, on App Check, and on stores that are down; the rest is in hosting/test/api.
 */
class ApiTest extends ApiInFramework {
  @ParameterizedTest
  @CsvSource({
    "DELETE, account, 299, false",
    "DELETE, account, 300, true",
    "DELETE, account, 86400, true",
    "GET, export, 299, false",
    "GET, export, 300, true",
    "GET, export, 86400, true"
  })
  void whatReachesEverythingTakesASignInOfTheLastFiveMinutes(
      String method, String path, long secondsAgo, boolean isRefused) {
    signIn(new SignIn("ada", false, NOW.minusSeconds(secondsAgo), NOW));

    HttpResponse<String> answer = ask(method, path);

    assertThat(answer.statusCode()).isEqualTo(isRefused ? 401 : 200);
    assertThat(hasAccount()).isEqualTo(isRefused || method.equals("GET"));
    if (isRefused) {
      assertThat(json(answer).get("code").getAsString()).isEqualTo("reauthentication_required");
      assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
          .contains("insufficient_user_authentication", "max_age=\"300\"");
      assertThat(documents().size()).as("nothing is erased").isEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, account, PT23H, PT59M, false",
    "DELETE, account, PT24H, PT4M59S, false",
    "DELETE, account, PT24H, PT5M, true",
    "DELETE, account, P20D, PT59M, true",
    "GET, export, PT23H, PT59M, false",
    "GET, export, P20D, PT4M59S, false",
    "GET, export, P20D, PT5M, true"
  })
  void aGuestOlderThanADayNeedsATokenOfTheLastFiveMinutes(
      String method, String path, Duration guestFor, Duration tokenFor, boolean isRefused) {
    signIn(new SignIn("ada", true, NOW.minus(guestFor), NOW.minus(tokenFor)));

    HttpResponse<String> answer = ask(method, path);

    assertThat(answer.statusCode()).isEqualTo(isRefused ? 401 : 200);
    assertThat(hasAccount()).isEqualTo(isRefused || method.equals("GET"));
    if (isRefused) {
      assertThat(json(answer).get("code").getAsString()).isEqualTo("reauthentication_required");
    }
  }

  @Test
  void whatTakesTooLongGoesOnWhenItIsAskedForAgain() {
    documents().erasingTakes(Duration.ofSeconds(3));

    HttpResponse<String> first = ask("DELETE", "account");
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(json(first).get("status").getAsString()).isEqualTo("erasing");
    assertThat(json(first).get("deleted").getAsInt()).isEqualTo(2);
    assertThat(json(first).get("left").getAsInt()).isEqualTo(1);
    assertThat(hasAccount()).as("the account is the last thing to go").isTrue();
    assertThat(documents().size()).isEqualTo(1);

    clock().advance(Duration.ofHours(1));
    HttpResponse<String> second = ask("DELETE", "account");
    assertThat(second.statusCode()).as("what has begun needs no new sign-in").isEqualTo(200);
    assertThat(json(second).get("status").getAsString()).isEqualTo("erased");
    assertThat(hasAccount()).isFalse();
    assertThat(documents().size()).isZero();
  }

  @Test
  void aStoreThatFailsOnceItHasBegunIsNoRefusal() {
    documents().erasingFails(true);

    HttpResponse<String> first = ask("DELETE", "account");
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(json(first).get("status").getAsString()).isEqualTo("erasing");
    assertThat(json(first).has("left")).as("nobody knows").isFalse();
    assertThat(hasAccount()).isTrue();

    documents().erasingFails(false);
    assertThat(ask("DELETE", "account").statusCode()).isEqualTo(200);
    assertThat(documents().size()).isZero();
  }

  @Test
  void aCallThatDoesNotComeFromThePageIsRefusedWhereAppCheckIsRequired() {
    for (String token : new String[] {"", "forged"}) {
      HttpResponse<String> answer =
          send(request("GET", "export").setHeader("X-Firebase-AppCheck", token));

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(json(answer).get("code").getAsString()).isEqualTo("app_check_failed");
    }
    assertThat(ask("GET", "export").statusCode()).isEqualTo(200);
  }

  @Test
  void anExportThatCannotBeReadIsAProblemAndNoBrokenZip() {
    documents().down(true);

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
    documents().put("users/ada/savedPlaylists/s", Map.of("name", noise));

    for (int calls = 0; calls < 3; calls++) {
      HttpResponse<String> answer = ask("GET", "export");

      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(json(answer).get("status").getAsString()).isEqualTo("writing");
      assertThat(json(answer).get("exportId").getAsString())
          .isEqualTo(exports().all().get(0).exportId());
    }
    assertThat(exportFiles().asked()).containsExactlyElementsOf(exports().all()).hasSize(1);
  }

  @Test
  void anExportThatNobodyCanBeAskedForIsForgotten() {
    documents()
        .put(
            "users/ada/savedPlaylists/s",
            Map.of(
                "name",
                new Random(1)
                    .ints(2 << 20)
                    .mapToObj(Integer::toHexString)
                    .collect(Collectors.joining())));
    exportFiles().down(true);

    assertThat(ask("GET", "export").statusCode()).isEqualTo(503);
    assertThat(exports().all()).isEmpty();
  }

  @Test
  void onlyThePagesOriginIsLetReadAnAnswer() {
    for (String origin : new String[] {PAGE, PAGE + ".evil.example", "null"}) {
      HttpResponse<String> answer = send(request("GET", "export").setHeader("Origin", origin));

      assertThat(answer.headers().firstValue("access-control-allow-origin"))
          .isEqualTo(origin.equals(PAGE) ? Optional.of(PAGE) : Optional.empty());
    }
  }
}
