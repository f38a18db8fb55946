package app.moodify.deployment;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one module deploys.
 *
 * @param module its name
 * @param folder its {@code target/deployment}
 * @param entryPoints the functions in it: name to class
 */
record FunctionPackage(String module, Path folder, Map<String, String> entryPoints) {

  /** Surefire sets MOODIFY_MODELS to models in the checkout. */
  static final Path CHECKOUT =
      Path.of(System.getenv().getOrDefault("MOODIFY_MODELS", "../../models"))
          .toAbsolutePath()
          .normalize()
          .getParent();

  /** Returns all modules that say that they deploy something. */
  static List<FunctionPackage> all() {
    try (Stream<Path> modules = Files.list(CHECKOUT.resolve("functions"))) {
      return modules
          .filter(module -> Files.exists(declaration(module)))
          .sorted()
          .map(FunctionPackage::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the package that a function is in. */
  static FunctionPackage with(String function) {
    return all().stream()
        .filter(each -> each.entryPoints.containsKey(function))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No module deploys " + function));
  }

  private static FunctionPackage of(Path module) {
    Properties declared = new Properties();
    try (Reader reader = Files.newBufferedReader(declaration(module))) {
      declared.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> entryPoints = new TreeMap<>();
    declared
        .stringPropertyNames()
        .forEach(name -> entryPoints.put(name, declared.getProperty(name)));
    return new FunctionPackage(
        module.getFileName().toString(), module.resolve("target/deployment"), entryPoints);
  }

  private static Path declaration(Path module) {
    return module.resolve("deployment.properties");
  }

  /** Whether it was built: {@code mvn test} ends before it is. */
  boolean isBuilt() {
    return Files.isDirectory(folder.resolve("lib"));
  }

  /** Returns the jars at the root, of which the buildpack wants one. */
  List<Path> jars() {
    return files(1).stream().filter(file -> file.toString().endsWith(".jar")).toList();
  }

  /** Returns the files in the folder, down to a depth. */
  List<Path> files(int depth) {
    try (Stream<Path> files = Files.find(folder, depth, (path, about) -> about.isRegularFile())) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the bytes of all files. */
  long size() {
    return files(20).stream().mapToLong(file -> file.toFile().length()).sum();
  }

  @Override
  public String toString() {
    return module;
  }
}
