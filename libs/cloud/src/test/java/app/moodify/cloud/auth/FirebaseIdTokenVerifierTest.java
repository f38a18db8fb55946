package app.moodify.cloud.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.IdTokenVerifier;
import app.moodify.core.person.InvalidTokenException;
import app.moodify.testing.FakeIdToken;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirebaseIdTokenVerifierTest extends AuthEmulatorStub {
  @Test
  void aTokenOfAKnownPersonGivesTheirUid() throws Exception {
    answer("{\"users\":[{\"localId\":\"ada\",\"validSince\":\"0\"}]}");

    assertThat(tokens().verify(token("demo-moodify", 3600)).uid()).isEqualTo("ada");
  }

  @Test
  void aTokenThatHasExpiredIsInvalid() {
    assertThatThrownBy(() -> tokens().verify(token("demo-moodify", -3600)))
        .isInstanceOf(InvalidTokenException.class)
        .hasMessageContaining("expired");
  }

  @Test
  void aTokenOfAnotherProjectIsInvalid() {
    assertThatThrownBy(() -> tokens().verify(token("demo-other", 3600)))
        .isInstanceOf(InvalidTokenException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nonsense", "a.b", "a.b.c", "....", "e30.e30."})
  void whatIsNoTokenIsInvalid(String text) {
    assertThatThrownBy(() -> tokens().verify(text)).isInstanceOf(InvalidTokenException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"users\":[{\"localId\":\"ada\",\"disabled\":true,\"validSince\":\"0\"}]}"
      })
  void aTokenOfAPersonWhoIsGoneOrDisabledIsInvalid(String accounts) {
    answer(accounts);

    assertThatThrownBy(() -> tokens().verify(token("demo-moodify", 3600)))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void whileAuthenticationIsOutOfReachNothingIsSaidOfTheToken() {
    close();

    assertThatThrownBy(() -> tokens().verify(token("demo-moodify", 3600)))
        .isInstanceOf(ServiceUnavailableException.class)
        .hasMessageNotContaining("ey");
  }

  private IdTokenVerifier tokens() {
    return cloud().idTokens();
  }

  private static String token(String project, long secondsToLive) {
    return FakeIdToken.of(project, Instant.now().plusSeconds(secondsToLive));
  }
}
