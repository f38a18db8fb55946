package app.moodify.stack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code pids.json}: the number of each process of a running stack by its name. What is left of a
 * stack that was killed is found by it.
 */
final class PidFile {

  /** The runner itself. */
  static final String LOCAL = "local";

  private static final Duration CLOCK_STEP = Duration.ofSeconds(1);

  private final Path file;
  private final Map<String, Long> pids = new LinkedHashMap<>();

  PidFile(Path file) {
    this.file = file;
  }

  /** Records a process. */
  synchronized void add(String name, long pid) {
    pids.put(name, pid);
    try {
      Files.writeString(file, new Gson().toJson(pids));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process recorded by this runner; 0 if there is none of that name. */
  synchronized long get(String name) {
    return pids.getOrDefault(name, 0L);
  }

  /** Forgets what was recorded here; the file of another runner stays. */
  synchronized void delete() {
    if (pids.isEmpty()) {
      return;
    }
    pids.clear();
    deleteFile();
  }

  private void deleteFile() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The runner that wrote the file, if it still runs. */
  Optional<ProcessHandle> owner() {
    return Optional.ofNullable(stillOurs().get(LOCAL));
  }

  /**
   * Ends what a dead runner left behind.
   *
   * @return the names of the processes that were ended
   */
  List<String> reap() throws InterruptedException {
    Map<String, ProcessHandle> left = stillOurs();
    end(left.values());
    deleteFile();
    return new ArrayList<>(left.keySet());
  }

  /** Ends every process whose recorded name begins so. */
  void endAll(String prefix) throws InterruptedException {
    Map<String, ProcessHandle> left = stillOurs();
    left.keySet().removeIf(name -> !name.startsWith(prefix));
    end(left.values());
    synchronized (this) {
      pids.keySet().removeIf(name -> name.startsWith(prefix));
    }
  }

  /** Whether a dead runner left a process of that name. */
  boolean isLeft(String name) {
    return stillOurs().containsKey(name);
  }

  /** Ends every process that this runner recorded and that outlived its own end. */
  void endTheRest() throws InterruptedException {
    Map<String, ProcessHandle> left = stillOurs();
    left.remove(LOCAL);
    end(left.values());
  }

  private static void end(Collection<ProcessHandle> processes) throws InterruptedException {
    processes.forEach(ProcessHandle::destroy);
    for (ProcessHandle process : processes) {
      try {
        process.onExit().get(8, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        process.destroyForcibly();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * The recorded processes that run. A number may have gone to a newer process meanwhile: that one
   * started after the file was last written.
   */
  private Map<String, ProcessHandle> stillOurs() {
    Map<String, ProcessHandle> ours = new LinkedHashMap<>();
    try {
      Instant written = Files.getLastModifiedTime(file).toInstant().plus(CLOCK_STEP);
      JsonObject recorded = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      for (String name : recorded.keySet()) {
        ProcessHandle.of(recorded.get(name).getAsLong())
            .filter(ProcessHandle::isAlive)
            .filter(process -> process.info().startInstant().orElse(Instant.MAX).isBefore(written))
            .ifPresent(process -> ours.put(name, process));
      }
    } catch (IOException | JsonParseException | IllegalStateException e) {
      return new LinkedHashMap<>(); // Not there, or cut short by a crash: then nothing is known to
      // be ours.
    }
    return ours;
  }
}
