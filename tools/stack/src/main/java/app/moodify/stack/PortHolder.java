package app.moodify.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds which process listens on a port: from /proc where there is one, else by lsof. */
final class PortHolder {

  private static final String LISTENING = "0A";
  private static final int LONGEST_COMMAND = 100;

  private PortHolder() {}

  /** Describes the process, for example {@code node server.js (process 4711)}; empty if unknown. */
  static Optional<String> describe(int port) {
    Optional<Long> pid =
        Files.isDirectory(Path.of("/proc/self/fd")) ? fromProc(port) : fromLsof(port);
    return pid.flatMap(ProcessHandle::of)
        .map(process -> "%s (process %d)".formatted(command(process), process.pid()));
  }

  private static String command(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      String line = Files.readString(file).replace('\0', ' ').strip();
      return line.length() > LONGEST_COMMAND ? line.substring(0, LONGEST_COMMAND) + "…" : line;
    } catch (IOException e) {
      return process.info().command().orElse("a process of someone else");
    }
  }

  private static Optional<Long> fromProc(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      sockets.addAll(socketsOn(port, Path.of(table)));
    }
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(folder -> folder.getFileName().toString().matches("\\d+"))
          .filter(folder -> holdsOneOf(sockets, folder.resolve("fd")))
          .map(folder -> Long.valueOf(folder.getFileName().toString()))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The names of the sockets that listen on the port, in the form of links under /proc/PID/fd. */
  private static Set<String> socketsOn(int port, Path table) {
    Set<String> sockets = new HashSet<>();
    String ending = ":%04X".formatted(port);
    try {
      for (String line : Files.readAllLines(table)) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length > 9 && columns[1].endsWith(ending) && columns[3].equals(LISTENING)) {
          sockets.add("socket:[" + columns[9] + "]");
        }
      }
    } catch (IOException e) {
      return Set.of();
    }
    return sockets;
  }

  private static boolean holdsOneOf(Set<String> sockets, Path descriptors) {
    try (Stream<Path> links = Files.list(descriptors)) {
      return links.anyMatch(link -> sockets.contains(target(link)));
    } catch (IOException e) {
      return false; // Another user's process, or one that has just ended.
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static Optional<Long> fromLsof(int port) {
    try {
      Process lsof =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!lsof.waitFor(5, TimeUnit.SECONDS)) {
        lsof.destroyForcibly();
        return Optional.empty();
      }
      String pids = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return pids.lines().findFirst().map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
