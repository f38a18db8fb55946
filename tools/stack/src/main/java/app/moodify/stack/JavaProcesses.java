package app.moodify.stack;

import app.moodify.stack.emulators.EmulatorArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes that are Java of their own: the functions, and the Pub/Sub emulator. */
final class JavaProcesses {

  private final Toolchain tools;
  private final Ports ports;
  private final Optional<LocalAppCheck> appCheck;
  private final String trailKey;

  /**
   * Prepares them.
   *
   * @param appCheck whose tokens the functions ask for; empty if they ask for none
   * @param trailKey what makes names of people's ids in the security trail
   */
  JavaProcesses(Toolchain tools, Ports ports, Optional<LocalAppCheck> appCheck, String trailKey) {
    this.tools = tools;
    this.ports = ports;
    this.appCheck = appCheck;
    this.trailKey = trailKey;
  }

  /** A function on the functions framework, with the environment that it has in production. */
  ProcessBuilder function(JavaFunction function) {
    List<String> command = new ArrayList<>(List.of(tools.java().toString()));
    command.addAll(
        List.of(
            "-Xmx" + function.heapMegabytes() + "m",
            "-XX:+UseSerialGC",
            // The natives do the work, and the second compiler would take a core while all starts.
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.logging.SimpleFormatter.format=%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n",
            "-cp",
            tools.classPath(),
            LoopbackInvoker.class.getName(),
            "--target",
            function.target(),
            "--port",
            Integer.toString(ports.of(function.name()))));
    ProcessBuilder builder = new ProcessBuilder(command).directory(tools.root().toFile());
    Map<String, String> environment = builder.environment();
    environment.put("GOOGLE_CLOUD_PROJECT", Project.ID);
    environment.put("MOODIFY_PHOTO_BUCKET", Project.BUCKET);
    environment.put("MOODIFY_MOOD_EVENTS_TOPIC", Project.MOOD_EVENTS);
    environment.put(
        "MOODIFY_UPKEEP_PATIENCE_SECONDS", Long.toString(Project.UPKEEP_PATIENCE.toSeconds()));
    environment.put("MOODIFY_UPKEEP_TOPIC", Project.UPKEEP);
    environment.put("MOODIFY_ORIGINS", String.join(",", ports.pages()));
    environment.put("MOODIFY_APP_CHECK", appCheck.isPresent() ? "required" : "off");
    appCheck.ifPresent(local -> environment.put("MOODIFY_APP_CHECK_KEYS", local.keys().toString()));
    environment.put("MOODIFY_TRAIL_KEY", trailKey);
    environment.put("MOODIFY_MODELS", tools.root().resolve("models").toString());
    environment.put("FIRESTORE_EMULATOR_HOST", ports.hostAndPort("firestore"));
    environment.put("FIREBASE_AUTH_EMULATOR_HOST", ports.hostAndPort("auth"));
    environment.put("PUBSUB_EMULATOR_HOST", ports.hostAndPort("pubsub"));
    environment.put("STORAGE_EMULATOR_HOST", ports.address("storage").toString());
    // glibc keeps an arena of memory for each thread, and natives make many.
    environment.put("MALLOC_ARENA_MAX", "2");
    environment.put("TF_CPP_MIN_LOG_LEVEL", "2");
    // What is wrong with a photo is logged by the function itself, in one line.
    environment.put("OPENCV_LOG_LEVEL", "SILENT");
    // There is no metadata server to ask for credentials.
    environment.put("NO_GCE_CHECK", "true");
    return builder;
  }

  /** The Pub/Sub emulator. */
  ProcessBuilder pubSub(EmulatorArtifact emulator) {
    return new ProcessBuilder(
        tools.java().toString(),
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        emulator.jar().toString(),
        "com.google.cloud.pubsub.testing.v1.Main",
        "--host=127.0.0.1",
        "--port=" + ports.of("pubsub"));
  }
}
