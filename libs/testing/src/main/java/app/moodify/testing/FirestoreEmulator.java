package app.moodify.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The official Firestore emulator, for tests: register it as a static extension. One emulator
 * serves all classes of a test run; each instance of this extension has a project of its own, so
 * that classes do not see each other's documents. Where no emulator is found, the class is skipped.
 */
public final class FirestoreEmulator implements BeforeAllCallback {
  private static final String MAIN = "com.google.cloud.datastore.emulator.firestore.CloudFirestore";
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private final String projectId = "demo-" + UUID.randomUUID();
  private Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> jar = FirestoreEmulatorJar.find();
    Assumptions.assumeTrue(
        jar.isPresent(),
        "Skipped: no Firestore emulator was found. Install it with 'gcloud components install"
            + " cloud-firestore-emulator', or set "
            + FirestoreEmulatorJar.VARIABLE
            + " to its jar.");
    running =
        context
            .getRoot()
            .getStore(Namespace.create(FirestoreEmulator.class))
            .computeIfAbsent(Running.class, key -> new Running(jar.get()), Running.class);
  }

  /** Returns the project that this extension's documents are in. */
  public String projectId() {
    return projectId;
  }

  /** Returns the port of 127.0.0.1 that the emulator listens on. */
  public int port() {
    return running.port;
  }

  /**
   * Returns the environment variables of a function that is to use this emulator. Other emulators
   * are named, but are not there.
   */
  public Map<String, String> environment() {
    return environment(Map.of());
  }

  /** Returns the same variables, some of them replaced. */
  public Map<String, String> environment(Map<String, String> replaced) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("GOOGLE_CLOUD_PROJECT", projectId);
    variables.put("MOODIFY_PHOTO_BUCKET", projectId + ".appspot.com");
    variables.put("MOODIFY_TRAIL_KEY", "a key for tests, and for nothing else");
    variables.put("FIRESTORE_EMULATOR_HOST", "127.0.0.1:" + port());
    variables.put("STORAGE_EMULATOR_HOST", "http://127.0.0.1:1");
    variables.put("PUBSUB_EMULATOR_HOST", "127.0.0.1:1");
    variables.put("FIREBASE_AUTH_EMULATOR_HOST", "127.0.0.1:1");
    variables.putAll(replaced);
    return variables;
  }

  /** The process. JUnit closes it at the end of the run. */
  private static final class Running implements AutoCloseable {
    private final int port;
    private final Process process;
    private final Thread atExit;

    Running(Path jar) {
      port = FreePort.find();
      process = start(jar, port);
      atExit = new Thread(process::destroyForcibly);
      Runtime.getRuntime().addShutdownHook(atExit);
      awaitAnswer();
    }

    @Override
    public void close() {
      process.destroy();
      if (process.onExit().completeOnTimeout(null, 10, TimeUnit.SECONDS).join() == null) {
        process.destroyForcibly();
      }
      Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void awaitAnswer() {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
      Instant end = Instant.now().plus(START_TIMEOUT);
      while (Instant.now().isBefore(end)) {
        if (!process.isAlive()) {
          throw new IllegalStateException(
              "The Firestore emulator ended with code " + process.exitValue());
        }
        try {
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
          return;
        } catch (IOException expected) {
          pause();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("Interrupted while the emulator started", e);
        }
      }
      throw new IllegalStateException("The Firestore emulator did not answer for " + START_TIMEOUT);
    }

    private static void pause() {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static Process start(Path jar, int port) {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      try {
        return new ProcessBuilder(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jar.toString(),
                MAIN,
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
      } catch (IOException e) {
        throw new IllegalStateException("The Firestore emulator cannot be started: " + jar, e);
      }
    }
  }
}
