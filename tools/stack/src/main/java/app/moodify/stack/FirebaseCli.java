package app.moodify.stack;

import app.moodify.stack.emulators.EmulatorArtifact;
import app.moodify.stack.emulators.WrapperJar;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * firebase-tools' command line, which runs the auth, Firestore, storage, functions and hosting
 * emulators.
 */
final class FirebaseCli {

  private static final String EMULATORS = "auth,functions,firestore,hosting,storage";
  private static final int TRIGGERS = 3;

  private final Toolchain tools;
  private final RunFolder folder;
  private final Ports ports;

  FirebaseCli(Toolchain tools, RunFolder folder, Ports ports) {
    this.tools = tools;
    this.folder = folder;
    this.ports = ports;
  }

  /**
   * The process that runs the emulators.
   *
   * @param data an export to begin with
   */
  ProcessBuilder emulators(
      EmulatorArtifact firestore, EmulatorArtifact storageRules, Optional<Path> data)
      throws IOException {
    Path firestoreJar = folder.resolve("firestore-emulator.jar");
    Path storageJar = folder.resolve("storage-rules.jar");
    WrapperJar.firestore(firestoreJar, firestore.jar());
    WrapperJar.storageRules(storageJar, storageRules.jar());
    List<String> command = command("emulators:start", "--only", EMULATORS);
    data.ifPresent(export -> command.addAll(List.of("--import", export.toString())));
    ProcessBuilder builder = builder(command);
    Map<String, String> environment = builder.environment();
    environment.put("FIRESTORE_EMULATOR_BINARY_PATH", firestoreJar.toString());
    environment.put("STORAGE_EMULATOR_BINARY_PATH", storageJar.toString());
    // The second compiler would take half of the Firestore emulator's time, for a run of minutes.
    environment.merge(
        "JDK_JAVA_OPTIONS",
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        (before, ours) -> ours + " " + before);
    environment.put("MOODIFY_HOSTING_PORT", Integer.toString(ports.of("hosting")));
    environment.put("MOODIFY_FUNCTIONS_PORT", Integer.toString(ports.of("functions")));
    environment.put("MOODIFY_BUCKET", Project.BUCKET);
    environment.put("MOODIFY_FORWARDER", ports.address("forwarder").toString());
    environment.put("MOODIFY_ANALYZE", ports.address(JavaFunction.ANALYZE).toString());
    environment.put("MOODIFY_API", ports.address(JavaFunction.API).toString());
    return builder;
  }

  /** The process that downloads an emulator. */
  ProcessBuilder download(String emulator) {
    return builder(command("setup:emulators:" + emulator));
  }

  /** Whether every emulator is up and every trigger registered, which comes last. */
  boolean isReady(Http http) {
    try {
      Optional<JsonObject> backends =
          http.get(URI.create(ports.address("functions") + "/backends"));
      return backends.isPresent()
          && backends.get().getAsJsonArray("backends").size() == 1
          && backends
                  .get()
                  .getAsJsonArray("backends")
                  .get(0)
                  .getAsJsonObject()
                  .getAsJsonArray("functionTriggers")
                  .size()
              == TRIGGERS
          && http.answers(ports.address("hosting"));
    } catch (IOException | RuntimeException e) {
      return false; // Not listening yet, or not yet with an answer of this form.
    }
  }

  /** Writes users, documents and objects to a folder that is not there yet. */
  void export(Path target) throws IOException {
    JsonObject request = new JsonObject();
    request.addProperty("path", target.toString());
    request.addProperty("initiatedBy", "moodify");
    new Http(Duration.ofSeconds(60))
        .post(URI.create(ports.address("hub") + "/_admin/export"), Http.OWNER, request);
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(tools.node().toString());
    command.add("--require");
    command.add(folder.resolve("door.js").toString());
    command.add(tools.firebase().toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--project", Project.ID, "--non-interactive"));
    return command;
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.path().toFile());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", tools.newJava().toString());
    environment.merge(
        "PATH", tools.newJava().resolve("bin").toString(), (path, bin) -> bin + ":" + path);
    // The storage emulator keeps every project's photos in one folder below the temporary one, and
    // empties it when it starts and stops: another stack would lose its photos and die of it.
    environment.put("TMPDIR", folder.temporary().toString());
    environment.put("CI", "1");
    environment.put("FIREBASE_CLI_DISABLE_UPDATE_CHECK", "1");
    return builder;
  }
}
