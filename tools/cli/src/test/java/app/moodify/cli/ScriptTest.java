package app.moodify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script ./moodify, as far as it goes without building anything. */
class ScriptTest {

  /** Surefire sets MOODIFY_MODELS to models in the checkout. */
  private static final Path CHECKOUT =
      Path.of(System.getenv().getOrDefault("MOODIFY_MODELS", "../../models"))
          .toAbsolutePath()
          .getParent();

  @TempDir private Path folder;
  private Path script;

  private record Result(int status, String output) {}

  /** A checkout of its own, so that nothing is found built, in a folder with a space. */
  @BeforeEach
  void copy() throws IOException {
    Path root = Files.createDirectories(folder.resolve("a checkout"));
    script = Files.copy(CHECKOUT.resolve("moodify"), root.resolve("moodify"));
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void helpNamesEveryCommand() throws Exception {
    Result result = run(Map.of(), script.toString(), "--help");

    assertThat(result.status()).isZero();
    assertThat(result.output())
        .contains("run", "test", "analyze", "bench", "train", "export", "evaluate");
  }

  @Test
  void aCommandsHelpBuildsNothing() throws Exception {
    Result result = run(Map.of(), script.toString(), "run", "--help");

    assertThat(result.status()).isZero();
    assertThat(result.output()).contains("--port").doesNotContain("building");
  }

  @Test
  void itIsFoundThroughALinkFromAnyFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("mood"), script);

    assertThat(run(Map.of(), link.toString(), "help").status()).isZero();
  }

  @Test
  void anUnknownCommandIsToldAndFails() throws Exception {
    Result result = run(Map.of(), script.toString(), "play");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains("there is no command \"play\"");
  }

  @Test
  void missingNodeIsToldInASentence() throws Exception {
    Path tools = onlyTools("cat", "sed", "readlink", "javac", "java");

    Result result =
        run(
            Map.of("PATH", tools.toString(), "JAVA_HOME", javaHome(), "MOODIFY_JDK21", jdk(21)),
            "/bin/bash",
            script.toString(),
            "run");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains("Node is missing: install version 22 or 24");
  }

  @Test
  void anOldNodeIsToldWithItsVersion() throws Exception {
    Path tools = onlyTools("cat", "sed", "readlink", "javac", "java");
    program(tools, "node", "echo v18.19.0");
    program(tools, "npm", "exit 0");

    Result result =
        run(
            Map.of("PATH", tools.toString(), "JAVA_HOME", javaHome(), "MOODIFY_JDK21", jdk(21)),
            "/bin/bash",
            script.toString(),
            "run");

    assertThat(result.output()).contains("Node 18.19.0 is too old: install version 22 or 24");
  }

  @Test
  void missingMavenIsToldInASentence() throws Exception {
    Files.createDirectories(script.resolveSibling("functions"));
    Files.createDirectories(script.resolveSibling("build-tools"));
    Files.writeString(script.resolveSibling("pom.xml"), "<project/>");
    Path tools =
        onlyTools(
            "cat", "sed", "find", "sort", "tr", "xargs", "cksum", "readlink", "javac", "java");

    Result result =
        run(
            Map.of("PATH", tools.toString(), "JAVA_HOME", javaHome()),
            "/bin/bash",
            script.toString(),
            "analyze",
            "a.jpg");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains("Maven is missing: install it");
  }

  @Test
  void anythingChangedAddedOrDeletedIsSeenAsAChange() throws Exception {
    Path sources = Files.createDirectories(script.resolveSibling("functions/a b"));
    Path one = Files.writeString(sources.resolve("One.java"), "1");
    String first = hash();
    Files.createDirectories(sources.resolve("target"));
    Files.writeString(sources.resolve("target/One.class"), "x");
    assertThat(hash()).isEqualTo(first);

    Files.writeString(one, "2");
    String changed = hash();
    Files.writeString(sources.resolve("Two.java"), "2");
    String added = hash();
    Files.delete(one);

    assertThat(List.of(first, changed, added, hash())).doesNotHaveDuplicates();
  }

  @Test
  void shellcheckFindsNothing() throws Exception {
    assumeTrue(isOnPath("shellcheck"), "shellcheck is not installed.");

    Result result =
        run(
            Map.of(),
            "shellcheck",
            "-x",
            "-P",
            CHECKOUT.toString(),
            CHECKOUT.resolve("moodify").toString(),
            CHECKOUT.resolve(".ci/run").toString());

    assertThat(result.output()).isEmpty();
  }

  /** Asks the script's own function. */
  private String hash() throws Exception {
    Result result =
        run(
            Map.of(),
            "/bin/bash",
            "-c",
            "source <(sed '/^main \"\\$@\"$/d' \"$1\"); ROOT=$2 hash_of functions",
            "bash",
            script.toString(),
            script.getParent().toString());
    assertThat(result.status()).as(result.output()).isZero();
    return result.output();
  }

  private Path onlyTools(String... names) throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String name : names) {
      for (String place : List.of("/usr/bin", "/bin")) {
        Path program = Path.of(place, name);
        if (Files.exists(program) && !Files.exists(tools.resolve(name))) {
          Files.createSymbolicLink(tools.resolve(name), program);
        }
      }
    }
    return tools;
  }

  private static void program(Path folder, String name, String line) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static String javaHome() {
    return System.getProperty("java.home");
  }

  /** A folder that looks like a JDK. */
  private String jdk(int version) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    program(bin, "java", "exit 0");
    program(bin, "javac", "exit 0");
    Files.writeString(
        folder.resolve("jdk/release"), "JAVA_VERSION=\"%d.0.1\"\n".formatted(version));
    return folder.resolve("jdk").toString();
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private Result run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.directory(folder.toFile()).redirectErrorStream(true).environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
