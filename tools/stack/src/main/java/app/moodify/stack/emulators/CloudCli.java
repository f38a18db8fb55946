package app.moodify.stack.emulators;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Google Cloud CLI's installation, whose optional components hold emulators. */
final class CloudCli {

  private CloudCli() {}

  /**
   * Finds its root: from the real path of {@code gcloud}, which costs nothing, else by asking it,
   * which takes seconds.
   */
  static Optional<Path> root(Map<String, String> environment) {
    Optional<Path> program =
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, "gcloud"))
            .filter(Files::isExecutable)
            .findFirst();
    return program.flatMap(
        gcloud -> fromRealPath(gcloud).or(() -> fromItsAnswer(gcloud)).filter(CloudCli::isRoot));
  }

  private static Optional<Path> fromRealPath(Path gcloud) {
    try {
      Path bin = gcloud.toRealPath().getParent();
      return Optional.ofNullable(bin.getParent()).filter(CloudCli::isRoot);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> fromItsAnswer(Path gcloud) {
    try {
      Process process =
          new ProcessBuilder(gcloud.toString(), "info", "--format=value(installation.sdk_root)")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String answer = new String(process.getInputStream().readAllBytes()).strip();
      return answer.isEmpty() ? Optional.empty() : Optional.of(Path.of(answer));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static boolean isRoot(Path folder) {
    return Files.isDirectory(folder.resolve("platform"));
  }
}
