package app.moodify.detect;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that is deployed: the function's jar with {@code natives} and {@code models} beside
 * it. On one machine there is none, and the natives come out of their jars.
 *
 * @param path where the jar lies
 */
record DeployedFolder(Path path) {
  private static final String MODELS = "MOODIFY_MODELS";

  /** Returns the folder that this class was loaded from, if it is one that was deployed. */
  static Optional<DeployedFolder> ofThisFunction() {
    CodeSource source = DeployedFolder.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The function's jar has no usable name: " + source, e);
    }
  }

  static Optional<DeployedFolder> of(Path jar) {
    return Optional.ofNullable(jar.getParent())
        .map(DeployedFolder::new)
        .filter(folder -> Files.isDirectory(folder.natives()));
  }

  private Path natives() {
    return path.resolve("natives");
  }

  /**
   * Lets JavaCPP load the natives from where they are. By default it unpacks them into the home
   * folder, which on Cloud Functions is memory: 750 MB of it, at every start. Has an effect only
   * before JavaCPP's first class is used.
   */
  void useNatives() {
    System.setProperty("java.library.path", natives().toString());
    System.setProperty("org.bytedeco.javacpp.pathsFirst", "true");
    // Otherwise OpenBLAS is copied to be renamed.
    System.setProperty("org.bytedeco.javacpp.cacheLibraries", "false");
  }

  /** Returns the environment, with the models that lie here unless it names others. */
  Map<String, String> withModels(Map<String, String> environment) {
    Map<String, String> completed = new HashMap<>(environment);
    completed.putIfAbsent(MODELS, path.resolve("models").toString());
    return completed;
  }
}
