package app.moodify.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.moodify.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A function in a process of its own, started with the command line of the buildpack's launcher
 * (GoogleCloudPlatform/buildpacks, cmd/java/functions_framework): {@code java -jar
 * functions-framework.jar --classpath <the one jar>}, in the deployed folder, with the environment
 * that Cloud Functions give it and nothing else, and on as many cores where {@code taskset} is
 * there.
 */
final class LaunchedFunction implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(120);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final long start;
  private final int port;
  private final Path scratch;

  /** How a start went: until the first answer, and the processor's time in it. */
  record Started(int status, String body, Duration wall, Duration cpu) {}

  private LaunchedFunction(Process process, long start, int port, Path scratch) {
    this.process = process;
    this.start = start;
    this.port = port;
    this.scratch = scratch;
  }

  /** Skips the tests where the packages are not built, or not for this machine. */
  static void assumeThatItCanStart() {
    assumeTrue(
        FunctionPackage.all().stream().allMatch(FunctionPackage::isBuilt),
        "Skipped: the packages are made by 'mvn package' or 'mvn verify', not by 'mvn test'.");
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "Skipped: the packages are for linux-x86_64, and this machine is something else.");
  }

  /**
   * Starts a function.
   *
   * @param function its name, such as {@code detect}
   * @param cores which ones it may use, such as {@code 0} or {@code 0,1}
   * @param settings the environment variables that Terraform sets, or those that lead to fakes of
   *     the services
   * @param scratch a folder that temporary files go to, and whatever would be unpacked
   */
  static LaunchedFunction start(
      String function, String cores, Map<String, String> settings, Path scratch) {
    Instance instance = Instance.of(function);
    FunctionPackage deployed = FunctionPackage.with(function);
    int port = FreePort.find();
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
      command.addAll(List.of("/usr/bin/taskset", "-c", cores));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-jar",
            Path.of("target/functions-framework.jar").toAbsolutePath().toString(),
            "--classpath",
            deployed.jars().get(0).toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(deployed.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("log").toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("PORT", Integer.toString(port));
    environment.put("FUNCTION_TARGET", deployed.entryPoints().get(function));
    environment.put("K_SERVICE", function);
    // An instance's memory limits the virtual machine there; here an option says so.
    environment.put(
        "JAVA_TOOL_OPTIONS",
        "%s -XX:MaxRAM=%d -Djava.io.tmpdir=%s -Duser.home=%s"
            .formatted(instance.javaOptions(), instance.memory(), scratch, scratch));
    environment.putAll(instance.environment());
    environment.putAll(settings);
    try {
      return new LaunchedFunction(builder.start(), System.nanoTime(), port, scratch);
    } catch (IOException e) {
      throw new UncheckedIOException("The function cannot be started", e);
    }
  }

  /** Sends the first request as soon as the function listens, and measures all of it. */
  Started first(String path, Map<String, String> headers, byte[] body) {
    awaitPort();
    HttpResponse<String> answer = send(path, headers, body);
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    return new Started(answer.statusCode(), answer.body(), wall, cpu().orElse(wall));
  }

  /** Returns the processor's time that it took so far, where the system counts it. */
  Optional<Duration> cpu() {
    return process.toHandle().info().totalCpuDuration();
  }

  /** Sends a request, and returns the answer. */
  HttpResponse<String> send(String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(log(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the function worked", e);
    }
  }

  /** Returns what the function has written so far. */
  String log() {
    try {
      return Files.readString(scratch.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the bytes that the start left in temporary files and in the home folder. */
  long unpacked() {
    try (Stream<Path> files = Files.walk(scratch)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.endsWith("log"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the most memory that it held so far, in bytes; 0 where the system does not count it.
   */
  long peakMemory() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private void awaitPort() {
    while (System.nanoTime() - start < START_TIMEOUT.toNanos()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The function ended: " + log());
      }
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException expected) {
        pause();
      }
    }
    throw new IllegalStateException(
        "The function did not listen for " + START_TIMEOUT + ": " + log());
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the function started", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
