package app.moodify.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the official Firestore emulator on this machine. */
final class FirestoreEmulatorJar {
  static final String VARIABLE = "MOODIFY_FIRESTORE_EMULATOR";

  private static final String IN_CLOUD_CLI =
      "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar";

  private FirestoreEmulatorJar() {}

  /**
   * Looks where the variable says, beside the {@code gcloud} on the path and in its usual roots,
   * then among firebase-tools' downloads.
   */
  static Optional<Path> find() {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    return Stream.concat(cloudCliRoots().map(root -> root.resolve(IN_CLOUD_CLI)), downloads())
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Stream<Path> cloudCliRoots() {
    Path home = Path.of(System.getProperty("user.home"));
    Stream<Path> usual =
        Stream.of(
            home.resolve("google-cloud-sdk"),
            Path.of("/usr/lib/google-cloud-sdk"),
            Path.of("/usr/share/google-cloud-sdk"),
            Path.of("/opt/google-cloud-sdk"),
            Path.of("/opt/homebrew/share/google-cloud-sdk"));
    return Stream.concat(rootOfCommand(), usual);
  }

  /** The command may be a link; the file itself is {@code <root>/bin/gcloud}. */
  private static Stream<Path> rootOfCommand() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(":"))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "gcloud"))
        .filter(Files::isExecutable)
        .flatMap(FirestoreEmulatorJar::realPath)
        .map(command -> command.getParent().getParent());
  }

  private static Stream<Path> realPath(Path path) {
    try {
      return Stream.of(path.toRealPath());
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static Stream<Path> downloads() {
    Path folder = Path.of(System.getProperty("user.home"), ".cache/firebase/emulators");
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("cloud-firestore-emulator.*\\.jar"))
          .sorted(Comparator.reverseOrder())
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
