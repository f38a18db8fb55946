package app.moodify.stack.emulators;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds each emulator: where an environment variable says, else among the Google Cloud CLI's
 * components, else as firebase-tools' own download, which is fetched when it is not there yet.
 */
public final class EmulatorArtifacts {

  /** Fetches one emulator through firebase-tools: firestore, storage or pubsub. */
  public interface Download {
    /** Returns when the download is done; fails with what firebase-tools said. */
    void fetch(String emulator) throws IOException, InterruptedException;
  }

  private static final String FIRESTORE_JAR =
      "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar";
  private static final String CLI_ORIGIN = "the Google Cloud CLI";
  private static final String DOWNLOAD_ORIGIN = "firebase-tools' download";

  private final Map<String, String> environment;
  private final Path firebaseTools;
  private final Download download;
  private final Supplier<Optional<Path>> cloudCli;

  /**
   * Looks on this machine.
   *
   * @param firebaseTools the folder of the npm package firebase-tools
   */
  public EmulatorArtifacts(Map<String, String> environment, Path firebaseTools, Download download) {
    this(environment, firebaseTools, download, () -> CloudCli.root(environment));
  }

  EmulatorArtifacts(
      Map<String, String> environment,
      Path firebaseTools,
      Download download,
      Supplier<Optional<Path>> cloudCli) {
    this.environment = Map.copyOf(environment);
    this.firebaseTools = firebaseTools;
    this.download = download;
    this.cloudCli = cloudCli;
  }

  /** The Firestore emulator. */
  public EmulatorArtifact firestore() throws EmulatorNotFoundException, InterruptedException {
    return find("firestore", "MOODIFY_FIRESTORE_EMULATOR", FIRESTORE_JAR);
  }

  /** The Pub/Sub emulator. */
  public EmulatorArtifact pubSub() throws EmulatorNotFoundException, InterruptedException {
    return find("pubsub", "MOODIFY_PUBSUB_EMULATOR", "platform/pubsub-emulator");
  }

  /**
   * What evaluates the storage rules: firebase-tools' own runtime, or a Firestore emulator, whose
   * rules engine {@link StorageRulesRuntime} uses.
   */
  public EmulatorArtifact storageRules() throws EmulatorNotFoundException, InterruptedException {
    return find("storage", "MOODIFY_STORAGE_RULES", FIRESTORE_JAR);
  }

  private EmulatorArtifact find(String emulator, String variable, String inCloudCli)
      throws EmulatorNotFoundException, InterruptedException {
    String named = environment.getOrDefault(variable, "");
    if (!named.isEmpty()) {
      return new EmulatorArtifact(
          jar(Path.of(named))
              .orElseThrow(
                  () ->
                      new EmulatorNotFoundException(
                          "%s names %s, where no emulator is.".formatted(variable, named))),
          variable);
    }
    Optional<Path> installed = cloudCli.get().flatMap(root -> jar(root.resolve(inCloudCli)));
    if (installed.isPresent()) {
      return new EmulatorArtifact(installed.get(), CLI_ORIGIN);
    }
    return new EmulatorArtifact(downloaded(emulator, variable), DOWNLOAD_ORIGIN);
  }

  private Path downloaded(String emulator, String variable)
      throws EmulatorNotFoundException, InterruptedException {
    try {
      Path place = downloadPlace(emulator);
      if (jar(place).isEmpty()) {
        download.fetch(emulator);
      }
      return jar(place).orElseThrow(() -> new IOException("nothing is at " + place));
    } catch (IOException e) {
      throw new EmulatorNotFoundException(
          ("The %s emulator is nowhere on this machine and firebase-tools could not download it"
                  + " (%s). Install the Google Cloud CLI with its emulator components, or set %s to"
                  + " the emulator's jar.")
              .formatted(emulator, e.getMessage(), variable));
    }
  }

  /** Where firebase-tools keeps this emulator, from the list that it ships. */
  private Path downloadPlace(String emulator) throws IOException {
    Path list = firebaseTools.resolve("lib/emulator/downloadableEmulatorInfo.json");
    JsonObject info;
    try (Reader reader = Files.newBufferedReader(list)) {
      info = JsonParser.parseReader(reader).getAsJsonObject().getAsJsonObject(emulator);
    }
    String cache = environment.getOrDefault("FIREBASE_EMULATORS_PATH", "");
    Path folder =
        cache.isEmpty()
            ? Path.of(environment.getOrDefault("HOME", "."), ".cache", "firebase", "emulators")
            : Path.of(cache);
    if (info.has("binaryPathRelativeToCacheDir")) {
      // A script in bin; its jar is in lib beside it.
      Path script = folder.resolve(info.get("binaryPathRelativeToCacheDir").getAsString());
      return script.getParent().getParent();
    }
    return folder.resolve(info.get("downloadPathRelativeToCacheDir").getAsString());
  }

  /** A jar itself, or the one in the lib folder of an emulator's folder. */
  private static Optional<Path> jar(Path place) {
    if (Files.isRegularFile(place)) {
      return Optional.of(place.toAbsolutePath());
    }
    Path folder = Files.isDirectory(place.resolve("lib")) ? place.resolve("lib") : place;
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .sorted()
          .findFirst()
          .map(Path::toAbsolutePath);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
