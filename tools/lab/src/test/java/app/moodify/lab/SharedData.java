package app.moodify.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Data that may not be in the repository and lie beside it, if at all. */
public final class SharedData {
  private SharedData() {}

  /**
   * Returns {@code shared/data/NAME} of a folder above; skips the test that asks if none has it.
   */
  public static Path folder(String name) {
    Path working = Path.of("").toAbsolutePath();
    Path folder =
        Stream.iterate(working, parent -> parent != null, Path::getParent)
            .map(parent -> parent.resolve("shared/data").resolve(name))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(null);
    assumeTrue(folder != null, "No shared/data/" + name + " above " + working + ": skipped");
    return folder;
  }
}
