package app.moodify.cloud.client;

import java.util.LinkedHashMap;
import java.util.Map;

/** Settings for tests that speak to a stub of one service. */
public final class Emulators {
  private Emulators() {}

  /** Returns settings of which one variable leads to a stub, and the others to nothing. */
  public static Settings only(String variable, String host) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("GOOGLE_CLOUD_PROJECT", "demo-moodify");
    variables.put("FIRESTORE_EMULATOR_HOST", "127.0.0.1:1");
    variables.put("STORAGE_EMULATOR_HOST", "http://127.0.0.1:1");
    variables.put("PUBSUB_EMULATOR_HOST", "127.0.0.1:1");
    variables.put("FIREBASE_AUTH_EMULATOR_HOST", "127.0.0.1:1");
    variables.put(variable, host);
    return Settings.of(variables);
  }
}
