package app.moodify.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folders that {@code mvn package} makes, as the buildpack for Java wants them. */
class PackageTest {
  private static final Logger LOG = Logger.getLogger(PackageTest.class.getName());
  private static final int MEGABYTE = 1_000_000;

  @BeforeAll
  static void areBuilt() {
    assumeTrue(
        packages().allMatch(FunctionPackage::isBuilt),
        "Skipped: the packages are made by 'mvn package' or 'mvn verify', not by 'mvn test'.");
  }

  static Stream<FunctionPackage> packages() {
    return FunctionPackage.all().stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void thereIsOneJarAtTheRootAndNothingToBuild(FunctionPackage deployed) {
    assertThat(deployed.jars()).hasSize(1);
    assertThat(deployed.files(20))
        .noneMatch(file -> file.getFileName().toString().matches("pom\\.xml|build\\.gradle"));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void theManifestNamesExactlyTheJarsInLib(FunctionPackage deployed) throws IOException {
    assertThat(classPath(deployed))
        .containsExactlyInAnyOrderElementsOf(
            deployed.files(20).stream()
                .filter(file -> file.getParent().endsWith("lib"))
                .map(file -> "lib/" + file.getFileName())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void theJarIsThinAndHoldsTheEntryPoints(FunctionPackage deployed) throws IOException {
    assertThat(deployed.jars().get(0)).matches(jar -> jar.toFile().length() < MEGABYTE);
    try (JarFile jar = new JarFile(deployed.jars().get(0).toFile())) {
      for (String entryPoint : deployed.entryPoints().values()) {
        assertThat(jar.getEntry(entryPoint.replace('.', '/') + ".class"))
            .as(entryPoint)
            .isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void itIsNoLargerThanItMayBe(FunctionPackage deployed) {
    int limit = deployed.module().equals("detect") ? 900 : 80;

    LOG.info("%s: %d MB of %d".formatted(deployed, deployed.size() / MEGABYTE, limit));
    assertThat(deployed.size()).isLessThanOrEqualTo((long) limit * MEGABYTE);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void noJarHoldsNativesThatWouldHaveToBeUnpacked(FunctionPackage deployed) throws IOException {
    for (Path file : deployed.files(20)) {
      if (file.toString().endsWith(".jar")) {
        try (JarFile jar = new JarFile(file.toFile())) {
          long bytes =
              jar.stream()
                  .filter(entry -> entry.getName().matches(".*\\.(so|dll|dylib|jnilib)(\\.\\d+)*"))
                  // gRPC's shaded Netty: TLS and epoll for a few platforms, all of it below 10 MB.
                  .filter(entry -> !entry.getName().contains("grpc_netty_shaded"))
                  .mapToLong(entry -> entry.getSize())
                  .sum();
          assertThat(bytes).as(file.toString()).isZero();
        }
      }
    }
  }

  @Test
  void detectsNativesAreForLinuxOnX86AndUnpacked() throws IOException {
    List<Path> natives =
        FunctionPackage.with("detect").files(20).stream()
            .filter(file -> file.getParent().endsWith("natives"))
            .toList();

    assertThat(natives)
        .extracting(file -> file.getFileName().toString())
        .contains("libtensorflow_cc.so.2", "libopencv_dnn.so.413", "libopenblas_nolapack.so.0");
    for (Path library : natives) {
      assertThat(machine(library)).as(library.toString()).isEqualTo("ELF 64 bits for machine 62");
    }
  }

  @Test
  void detectHasTheModels() {
    Path models = FunctionPackage.with("detect").folder().resolve("models");

    assertThat(models.resolve("expression/saved_model.pb")).exists();
    assertThat(models.resolve("expression/model.json")).exists();
    assertThat(models.resolve("face/face_detection_short_range.tflite")).exists();
  }

  private static List<String> classPath(FunctionPackage deployed) throws IOException {
    try (JarFile jar = new JarFile(deployed.jars().get(0).toFile())) {
      return List.of(jar.getManifest().getMainAttributes().getValue("Class-Path").split(" "));
    }
  }

  /** Reads the ELF header: bytes 0 to 3 name, 4 class, 18 machine (62 is x86-64). */
  private static String machine(Path library) throws IOException {
    byte[] head = new byte[20];
    try (var in = Files.newInputStream(library)) {
      in.readNBytes(head, 0, head.length);
    }
    return "%s %d bits for machine %d"
        .formatted(new String(head, 1, 3, StandardCharsets.US_ASCII), head[4] * 32, head[18]);
  }
}
