package app.moodify.cloud.auth;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Emulators;
import com.google.firebase.internal.FirebaseProcessEnvironment;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

/** A stub server stands for the Authentication emulator, which takes unsigned tokens. */
abstract class AuthEmulatorStub {
  @AutoClose private final MockWebServer emulator = new MockWebServer();
  @AutoClose private Cloud cloud;

  @BeforeEach
  void startEmulator() throws IOException {
    emulator.start();
    String host = "127.0.0.1:" + emulator.getPort();
    // The SDK reads the variable itself; this is its own way to set it in a test.
    FirebaseProcessEnvironment.setenv("FIREBASE_AUTH_EMULATOR_HOST", host);
    cloud = new Cloud(Emulators.only("FIREBASE_AUTH_EMULATOR_HOST", host));
  }

  @AfterEach
  void forgetEmulator() {
    FirebaseProcessEnvironment.clearCache();
  }

  Cloud cloud() {
    return cloud;
  }

  /** Has the next call answered with this JSON. */
  void answer(String json) {
    answer(200, json);
  }

  void answer(int status, String json) {
    emulator.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("content-type", "application/json")
            .body(json)
            .build());
  }

  /** Returns the body of the next call that came. */
  String body() throws InterruptedException {
    return emulator.takeRequest().getBody().utf8();
  }

  /** Makes every call fail from now on. */
  void close() {
    emulator.close();
  }
}
