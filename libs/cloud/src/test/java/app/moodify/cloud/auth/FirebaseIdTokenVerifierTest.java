package app.moodify.cloud.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Emulators;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.IdTokenVerifier;
import app.moodify.core.person.InvalidTokenException;
import app.moodify.testing.FakeIdToken;
import com.google.firebase.internal.FirebaseProcessEnvironment;
import java.io.IOException;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stub server stands for the Authentication emulator, which takes unsigned tokens. */
class FirebaseIdTokenVerifierTest {
  @AutoClose private final MockWebServer emulator = new MockWebServer();
  @AutoClose private Cloud cloud;
  private IdTokenVerifier tokens;

  @BeforeEach
  void start() throws IOException {
    emulator.start();
    String host = "127.0.0.1:" + emulator.getPort();
    // The SDK reads the variable itself; this is its own way to set it in a test.
    FirebaseProcessEnvironment.setenv("FIREBASE_AUTH_EMULATOR_HOST", host);
    cloud = new Cloud(Emulators.only("FIREBASE_AUTH_EMULATOR_HOST", host));
    tokens = cloud.idTokens();
  }

  @AfterEach
  void stop() {
    FirebaseProcessEnvironment.clearCache();
  }

  @Test
  void aTokenOfAKnownPersonGivesTheirUid() throws Exception {
    emulator.enqueue(accounts("{\"users\":[{\"localId\":\"ada\",\"validSince\":\"0\"}]}"));

    assertThat(tokens.verify(token("demo-moodify", 3600)).uid()).isEqualTo("ada");
  }

  @Test
  void aTokenThatHasExpiredIsInvalid() {
    assertThatThrownBy(() -> tokens.verify(token("demo-moodify", -3600)))
        .isInstanceOf(InvalidTokenException.class)
        .hasMessageContaining("expired");
  }

  @Test
  void aTokenOfAnotherProjectIsInvalid() {
    assertThatThrownBy(() -> tokens.verify(token("demo-other", 3600)))
        .isInstanceOf(InvalidTokenException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nonsense", "a.b", "a.b.c", "....", "e30.e30."})
  void whatIsNoTokenIsInvalid(String text) {
    assertThatThrownBy(() -> tokens.verify(text)).isInstanceOf(InvalidTokenException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"users\":[{\"localId\":\"ada\",\"disabled\":true,\"validSince\":\"0\"}]}"
      })
  void aTokenOfAPersonWhoIsGoneOrDisabledIsInvalid(String accounts) {
    emulator.enqueue(accounts(accounts));

    assertThatThrownBy(() -> tokens.verify(token("demo-moodify", 3600)))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void whileAuthenticationIsOutOfReachNothingIsSaidOfTheToken() {
    emulator.close();

    assertThatThrownBy(() -> tokens.verify(token("demo-moodify", 3600)))
        .isInstanceOf(ServiceUnavailableException.class)
        .hasMessageNotContaining("ey");
  }

  private static MockResponse accounts(String json) {
    return new MockResponse.Builder()
        .setHeader("content-type", "application/json")
        .body(json)
        .build();
  }

  private static String token(String project, long secondsToLive) {
    return FakeIdToken.of(project, Instant.now().plusSeconds(secondsToLive));
  }
}
