package app.moodify.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Watches the processes of a stack: the first that ends unasked is a failure, and closing ends them
 * all. Thread-safe.
 */
final class Supervisor implements AutoCloseable {

  private static final int TAIL_LINES = 20;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(12);

  private final Path logs;
  private final PidFile pids;
  private final List<Part> parts = new ArrayList<>();
  private final CompletableFuture<StackException> failure = new CompletableFuture<>();
  private boolean stopping;

  /**
   * Watches nothing yet.
   *
   * @param logs the folder for {@code NAME.log}
   */
  Supervisor(Path logs, PidFile pids) {
    this.logs = logs;
    this.pids = pids;
  }

  /** Starts a part; refuses once the stack stops. */
  synchronized Part start(String name, ProcessBuilder builder) throws StackException {
    if (stopping) {
      throw new StackException("The stack is stopping.");
    }
    try {
      Part part = Part.start(name, builder, logs.resolve(name + ".log"));
      parts.add(part);
      pids.add(name, part.process().pid());
      part.process().onExit().thenRun(() -> ended(part));
      return part;
    } catch (IOException e) {
      throw new StackException("%s cannot be started: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Ends a part whose end is no failure, before another is started in its place. */
  void replace(Part part) {
    synchronized (this) {
      parts.remove(part);
    }
    part.terminate();
    part.awaitEnd(LONGEST_STOP);
  }

  /** Completes when a part ends unasked. */
  CompletableFuture<StackException> failure() {
    return failure;
  }

  private synchronized void ended(Part part) {
    if (!stopping && parts.contains(part)) {
      failure.complete(
          new StackException(
              "%s ended unexpectedly (exit code %d). The last lines of %s:%n%s"
                  .formatted(
                      part.name(), part.process().exitValue(), part.log(), part.tail(TAIL_LINES))));
    }
  }

  /**
   * Ends every part, the last started first, and whatever else was recorded: a part that crashed
   * may have left its own children. Returns when all have ended.
   */
  @Override
  public void close() {
    List<Part> all;
    synchronized (this) {
      stopping = true;
      all = new ArrayList<>(parts);
    }
    Collections.reverse(all);
    all.forEach(Part::terminate);
    for (Part part : all) {
      part.awaitEnd(LONGEST_STOP);
    }
    try {
      pids.endTheRest();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pids.delete();
  }
}
