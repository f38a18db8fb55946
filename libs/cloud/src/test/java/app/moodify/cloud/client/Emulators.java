package app.moodify.cloud.client;

import java.util.LinkedHashMap;
import java.util.Map;

/** Settings for tests that speak to one service, for which a stub server stands in. */
public final class Emulators {
  private Emulators() {}

  /** Returns settings that lead to this host of one service, and to nobody for the others. */
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
