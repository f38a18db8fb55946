package app.moodify.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of the stack, with all its output in one log. */
final class Part {

  private static final int TAIL_BYTES = 16 * 1024;

  private final String name;
  private final Process process;
  private final Path log;

  /** The process and all that it had started when it was asked to end. */
  private List<ProcessHandle> family = List.of();

  private Part(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Starts the process; an earlier log of that name is overwritten. */
  static Part start(String name, ProcessBuilder builder, Path log) throws IOException {
    return start(name, builder, log, ProcessBuilder.Redirect.to(log.toFile()));
  }

  /** Starts the same process anew; its log goes on. */
  Part startAgain(ProcessBuilder builder) throws IOException {
    return start(name, builder, log, ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  private static Part start(
      String name, ProcessBuilder builder, Path log, ProcessBuilder.Redirect output)
      throws IOException {
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(output)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    return new Part(name, process, log);
  }

  String name() {
    return name;
  }

  Process process() {
    return process;
  }

  Path log() {
    return log;
  }

  /** Asks the process to end. */
  void terminate() {
    family = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
  }

  /**
   * Waits for the end asked for, at most this long, then ends it and all it had started by force;
   * at once if this thread is interrupted.
   */
  void awaitEnd(Duration longest) {
    try {
      if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        // What it started and did not end: nobody else would.
        family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroy);
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  /** The last lines of the log, for a message about its end. */
  String tail(int lines) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - TAIL_BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    } catch (IOException e) {
      return "(its log cannot be read: " + e.getMessage() + ")";
    }
  }
}
