package app.moodify.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiConsentTest extends ApiInFramework {
  @Test
  void signingOutEverywhereRefusesTokensAtTheStoresToo() {
    assertThat(ask("POST", "sign-out-everywhere").statusCode()).isEqualTo(204);

    assertThat(revocations().refusedBefore("ada")).contains(NOW);
  }

  @ParameterizedTest
  @CsvSource({"true, 2, true", "false, 2, false", "false, 1, false"})
  void aConsentIsGivenAndWithdrawnAlsoOneToAnEarlierNotice(
      boolean given, int version, boolean consents) {
    profiles().recordConsent("ada", !given, NOW);

    HttpResponse<String> answer =
        consent("{\"given\": %s, \"version\": %d}".formatted(given, version));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(profiles().photoChoices("ada").consents()).isEqualTo(consents);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                             | 400
          {"given": true}                | 400
          {"given": "yes", "version": 2} | 400
          []                             | 400
          given=true                     | 400
          {"given": true, "version": 1}  | 409
          {"given": true, "version": 3}  | 409
          {"given": false, "version": 0} | 409
          {"given": false, "version": 3} | 409
          """)
  void aConsentThatMakesNoSenseChangesNothing(String body, int status) {
    assertThat(consent(body).statusCode()).isEqualTo(status);
    assertThat(profiles().photoChoices("ada").consents()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2000, 2_000_000})
  void aConsentOfAnotherLengthIsRefused(int length) {
    assertThat(consent(" ".repeat(length)).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> consent(String body) {
    return send(request("POST", "consents").method("POST", BodyPublishers.ofString(body)));
  }
}
