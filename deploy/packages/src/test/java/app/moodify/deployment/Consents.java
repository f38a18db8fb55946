package app.moodify.deployment;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Settings;
import app.moodify.testing.FirestoreEmulator;
import java.time.Instant;
import java.util.List;

/** People who agree that their photos are read, before a function asks. */
final class Consents {
  private Consents() {}

  /** Notes the consent of each, as the API does. */
  static void give(FirestoreEmulator emulator, List<String> uids) {
    try (Cloud cloud = new Cloud(Settings.of(emulator.environment()))) {
      uids.forEach(uid -> cloud.profiles().recordConsent(uid, true, Instant.EPOCH));
    }
  }
}
