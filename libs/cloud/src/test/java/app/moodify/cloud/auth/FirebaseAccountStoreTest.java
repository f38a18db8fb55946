package app.moodify.cloud.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Emulators;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.AccountStore;
import com.google.firebase.internal.FirebaseProcessEnvironment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stub server stands for the Authentication emulator. */
class FirebaseAccountStoreTest {
  private static final String TOO_LONG = "x".repeat(129);

  @AutoClose private final MockWebServer emulator = new MockWebServer();
  @AutoClose private Cloud cloud;
  private AccountStore accounts;

  @BeforeEach
  void start() throws IOException {
    emulator.start();
    String host = "127.0.0.1:" + emulator.getPort();
    // The SDK reads the variable itself; this is its own way to set it in a test.
    FirebaseProcessEnvironment.setenv("FIREBASE_AUTH_EMULATOR_HOST", host);
    cloud = new Cloud(Emulators.only("FIREBASE_AUTH_EMULATOR_HOST", host));
    accounts = cloud.accounts();
  }

  @AfterEach
  void stop() {
    FirebaseProcessEnvironment.clearCache();
  }

  @Test
  void accountsAreLookedForAHundredAtATime() throws Exception {
    List<String> people = IntStream.range(100, 250).mapToObj(each -> "p" + each).toList();
    answer("{\"users\":[{\"localId\":\"p101\"}]}");
    answer("{\"users\":[{\"localId\":\"p249\"},{\"localId\":\"p200\"}]}");

    List<String> expected = new ArrayList<>(people);
    expected.removeAll(List.of("p101", "p200", "p249"));
    assertThat(accounts.withoutAccount(people)).isEqualTo(expected);

    assertThat(body()).contains("\"p100\"", "\"p199\"").doesNotContain("\"p200\"");
    assertThat(body()).contains("\"p200\"", "\"p249\"").doesNotContain("\"p199\"");
  }

  @Test
  void nobodyHasAnAccountWithAnIdThatNoneCanHave() {
    answer("{\"users\":[{\"localId\":\"ada\"}]}");

    assertThat(accounts.withoutAccount(List.of("ada", TOO_LONG))).containsExactly(TOO_LONG);
    assertThat(accounts.find(TOO_LONG)).isEmpty();
    assertThat(accounts.delete(TOO_LONG)).isFalse();
  }

  @Test
  void accountsThatCannotBeLookedForAreNotTakenForMissing() {
    emulator.enqueue(new MockResponse.Builder().code(403).body("{}").build());

    assertThatThrownBy(() -> accounts.withoutAccount(List.of("ada")))
        .isInstanceOf(ServiceUnavailableException.class);
  }

  @Test
  void deletingSaysWhetherThereWasAnAccount() {
    answer("{}");
    assertThat(accounts.delete("ada")).isTrue();

    emulator.enqueue(
        new MockResponse.Builder()
            .code(400)
            .body("{\"error\":{\"code\":400,\"message\":\"USER_NOT_FOUND\"}}")
            .build());
    assertThat(accounts.delete("ada")).isFalse();
  }

  private void answer(String json) {
    emulator.enqueue(
        new MockResponse.Builder()
            .setHeader("content-type", "application/json")
            .body(json)
            .build());
  }

  private String body() throws InterruptedException {
    return emulator.takeRequest().getBody().utf8();
  }
}
