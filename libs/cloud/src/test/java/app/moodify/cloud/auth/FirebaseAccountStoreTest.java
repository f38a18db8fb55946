package app.moodify.cloud.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.AccountStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirebaseAccountStoreTest extends AuthEmulatorStub {
  private static final String TOO_LONG = "x".repeat(129);

  @Test
  void accountsAreLookedForAHundredAtATime() throws Exception {
    List<String> people = IntStream.range(100, 250).mapToObj(each -> "p" + each).toList();
    answer("{\"users\":[{\"localId\":\"p101\"}]}");
    answer("{\"users\":[{\"localId\":\"p249\"},{\"localId\":\"p200\"}]}");

    List<String> expected = new ArrayList<>(people);
    expected.removeAll(List.of("p101", "p200", "p249"));
    assertThat(accounts().withoutAccount(people)).isEqualTo(expected);

    assertThat(body()).contains("\"p100\"", "\"p199\"").doesNotContain("\"p200\"");
    assertThat(body()).contains("\"p200\"", "\"p249\"").doesNotContain("\"p199\"");
  }

  @Test
  void nobodyHasAnAccountWithAnIdThatNoneCanHave() {
    answer("{\"users\":[{\"localId\":\"ada\"}]}");

    assertThat(accounts().withoutAccount(List.of("ada", TOO_LONG))).containsExactly(TOO_LONG);
    assertThat(accounts().find(TOO_LONG)).isEmpty();
    assertThat(accounts().delete(TOO_LONG)).isFalse();
  }

  @Test
  void accountsThatCannotBeLookedForAreNotTakenForMissing() {
    answer(403, "{}");

    assertThatThrownBy(() -> accounts().withoutAccount(List.of("ada")))
        .isInstanceOf(ServiceUnavailableException.class);
  }

  @Test
  void deletingSaysWhetherThereWasAnAccount() {
    answer("{}");
    assertThat(accounts().delete("ada")).isTrue();

    answer(400, "{\"error\":{\"code\":400,\"message\":\"USER_NOT_FOUND\"}}");
    assertThat(accounts().delete("ada")).isFalse();
  }

  private AccountStore accounts() {
    return cloud().accounts();
  }
}
