package app.moodify.cloud.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void aMissingVariableIsNamedWithWhatItIsFor() {
    assertThatThrownBy(() -> Settings.of(Map.of()).projectId())
        .hasMessage(
            "The environment variable GOOGLE_CLOUD_PROJECT is not set. Set it to the id of the"
                + " Google Cloud project, locally demo-moodify.");
    assertThatThrownBy(() -> Settings.of(Map.of("MOODIFY_PHOTO_BUCKET", " ")).photoBucket())
        .hasMessageContaining("MOODIFY_PHOTO_BUCKET");
  }

  @Test
  void aKeyThatCouldBeGuessedIsRefused() {
    assertThatThrownBy(() -> Settings.of(Map.of()).trailKey())
        .hasMessageContaining("MOODIFY_TRAIL_KEY is not set");
    assertThatThrownBy(() -> trailKey("a".repeat(31) + "\n"))
        .hasMessageContaining("less than 32 characters")
        .hasMessageNotContaining("aaa");
    assertThat(trailKey("a".repeat(32) + "\n")).isEqualTo("a".repeat(32));
  }

  private static String trailKey(String key) {
    return Settings.of(Map.of("MOODIFY_TRAIL_KEY", key)).trailKey();
  }

  @Test
  void aProjectForEmulatorsNeedsToKnowWhereTheyAre() {
    Settings demo = Settings.of(Map.of("GOOGLE_CLOUD_PROJECT", "demo-moodify"));

    assertThatThrownBy(demo::firestoreEmulator).hasMessageContaining("FIRESTORE_EMULATOR_HOST");
    assertThatThrownBy(demo::storageEmulator).hasMessageContaining("STORAGE_EMULATOR_HOST");
    assertThatThrownBy(demo::pubsubEmulator).hasMessageContaining("PUBSUB_EMULATOR_HOST");
    assertThatThrownBy(demo::authEmulator).hasMessageContaining("FIREBASE_AUTH_EMULATOR_HOST");
  }

  @Test
  void aRealProjectNeedsNone() {
    Settings real = Settings.of(Map.of("GOOGLE_CLOUD_PROJECT", "moodify-prod"));

    assertThat(real.firestoreEmulator()).isEmpty();
    assertThat(real.storageEmulator()).isEmpty();
    assertThat(real.pubsubEmulator()).isEmpty();
    assertThat(real.authEmulator()).isEmpty();
    assertThat(real.moodEventsTopic()).isEqualTo("mood-events");
  }

  @Test
  void theStorageEmulatorMayBeNamedWithOrWithoutTheScheme() {
    assertThat(storage("127.0.0.1:9199")).isEqualTo("http://127.0.0.1:9199");
    assertThat(storage("http://127.0.0.1:9199")).isEqualTo("http://127.0.0.1:9199");
  }

  @Test
  void aRealProjectTakesTheKeysOfAppCheckFromGoogleWhateverIsSet() {
    Map<String, String> local = Map.of("MOODIFY_APP_CHECK_KEYS", "http://127.0.0.1:5018/jwks");

    assertThat(appCheckKeys("moodify-prod", local))
        .isEqualTo("https://firebaseappcheck.googleapis.com/v1/jwks");
    assertThat(appCheckKeys("demo-moodify", local)).isEqualTo("http://127.0.0.1:5018/jwks");
    assertThatThrownBy(() -> appCheckKeys("demo-moodify", Map.of()))
        .hasMessageContaining("MOODIFY_APP_CHECK_KEYS");
  }

  @Test
  void appCheckIsRequiredOrOffAndNothingElse() {
    assertThat(Settings.of(Map.of()).requiresAppCheck()).isFalse();
    assertThat(Settings.of(Map.of("MOODIFY_APP_CHECK", "required")).requiresAppCheck()).isTrue();
    assertThatThrownBy(() -> Settings.of(Map.of("MOODIFY_APP_CHECK", "on")).requiresAppCheck())
        .hasMessageContaining("Set it to required or off");
  }

  private static String appCheckKeys(String project, Map<String, String> others) {
    Map<String, String> variables = new HashMap<>(others);
    variables.put("GOOGLE_CLOUD_PROJECT", project);
    return Settings.of(variables).appCheckKeys();
  }

  private static String storage(String host) {
    return Settings.of(Map.of("GOOGLE_CLOUD_PROJECT", "demo-x", "STORAGE_EMULATOR_HOST", host))
        .storageEmulator()
        .orElseThrow();
  }
}
