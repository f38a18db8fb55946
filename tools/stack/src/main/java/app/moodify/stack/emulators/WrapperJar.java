package app.moodify.stack.emulators;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * Writes jars that hold nothing but a manifest. firebase-tools starts its emulators with {@code
 * java -jar} and changes the file's mode, but the Google Cloud CLI's jars name no main class and
 * may belong to someone else: a wrapper gives it what it wants.
 */
public final class WrapperJar {

  private static final String FIRESTORE_MAIN =
      "com.google.cloud.datastore.emulator.firestore.CloudFirestore";

  private WrapperJar() {}

  /** Wraps a Firestore emulator. */
  public static void firestore(Path wrapper, Path emulator) throws IOException {
    write(wrapper, mainClass(emulator, FIRESTORE_MAIN), List.of(emulator));
  }

  /**
   * Wraps a runtime for storage rules: itself if it is firebase-tools', else the rules engine that
   * is inside a Firestore emulator.
   */
  public static void storageRules(Path wrapper, Path emulator) throws IOException {
    String main = mainClass(emulator, FIRESTORE_MAIN);
    if (main.equals(FIRESTORE_MAIN)) {
      Path own = codeSource(StorageRulesRuntime.class);
      Path gson = codeSource(com.google.gson.Gson.class);
      write(wrapper, StorageRulesRuntime.class.getName(), List.of(own, gson, emulator));
    } else {
      write(wrapper, main, List.of(emulator));
    }
  }

  private static void write(Path wrapper, String mainClass, List<Path> classPath)
      throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
    attributes.put(
        Attributes.Name.CLASS_PATH,
        classPath.stream()
            .map(path -> path.toUri().toASCIIString())
            .collect(Collectors.joining(" ")));
    Files.deleteIfExists(wrapper);
    try (OutputStream out = Files.newOutputStream(wrapper);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.finish();
    }
  }

  private static String mainClass(Path jar, String otherwise) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String named =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      return named == null ? otherwise : named;
    }
  }

  /** The jar or folder of classes that a class comes from. */
  private static Path codeSource(Class<?> type) throws IOException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("Cannot find where " + type + " comes from", e);
    }
  }
}
