package app.moodify.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The programs that the stack is made of, found by {@code ./moodify}.
 *
 * @param root the checkout
 * @param java runs the functions, 17 or later
 * @param newJava the home of a JDK of 21 or later, which firebase-tools asks for
 * @param node runs firebase-tools, 22 or 24
 * @param firebaseTools the folder of the npm package firebase-tools
 * @param classPath the functions and all they need
 */
public record Toolchain(
    Path root, Path java, Path newJava, Path node, Path firebaseTools, String classPath) {

  /**
   * Reads {@code MOODIFY_ROOT}, {@code MOODIFY_JDK21}, {@code MOODIFY_NODE} and {@code
   * MOODIFY_FIREBASE_TOOLS}; the functions get this process's Java and class path.
   *
   * @throws StackException naming what is missing
   */
  public static Toolchain of(Map<String, String> environment) throws StackException {
    Path root = path(environment, "MOODIFY_ROOT").toAbsolutePath();
    return new Toolchain(
        root,
        Path.of(System.getProperty("java.home"), "bin", "java"),
        path(environment, "MOODIFY_JDK21"),
        path(environment, "MOODIFY_NODE"),
        path(environment, "MOODIFY_FIREBASE_TOOLS"),
        System.getProperty("java.class.path"));
  }

  /** The command line tool of firebase-tools. */
  Path firebase() {
    return firebaseTools.resolve("lib/bin/firebase.js");
  }

  private static Path path(Map<String, String> environment, String variable) throws StackException {
    String value = environment.getOrDefault(variable, "");
    if (value.isEmpty() || !Files.exists(Path.of(value))) {
      throw new StackException(
          "%s is not set to a place that exists; start this with ./moodify.".formatted(variable));
    }
    return Path.of(value);
  }
}
