package app.moodify.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches the processes of a stack. What ends unasked is a failure, but for parts that are started
 * again, with back-off, once the stack is {@link #ready}: as the platform does with functions.
 * Closing ends them all. Thread-safe.
 */
final class Supervisor implements AutoCloseable {

  private static final int TAIL_LINES = 20;

  /** Emulators take long to start; functions do not wait for them. */
  private static final int STARTS_AT_ONCE = 2;

  private static final Duration LONGEST_STOP = Duration.ofSeconds(12);

  private final Path logs;
  private final PidFile pids;
  private final List<Part> parts = new ArrayList<>();
  private final CompletableFuture<StackException> failure = new CompletableFuture<>();
  private final Map<String, Restarts> restarts = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          STARTS_AT_ONCE,
          task -> {
            Thread thread = new Thread(task, "restarts");
            thread.setDaemon(true);
            return thread;
          });
  private final Consumer<String> report;
  private boolean isReady;
  private boolean stopping;

  /**
   * Watches nothing yet.
   *
   * @param logs the folder for {@code NAME.log}
   * @param report takes a sentence for the developer
   */
  Supervisor(Path logs, PidFile pids, Consumer<String> report) {
    this.logs = logs;
    this.pids = pids;
    this.report = report;
  }

  /** From now on parts are started again that may be. Until then a part that ends is at fault. */
  synchronized void ready() {
    isReady = true;
  }

  /** Starts a part that is started again when it ends unasked. */
  synchronized Part keepRunning(String name, ProcessBuilder builder) throws StackException {
    restartBy(name, () -> builder);
    return start(name, builder);
  }

  /** From now on that part, too, is started again when it ends unasked. */
  synchronized void restartBy(String name, Restarts.Starter starter) {
    restarts.put(name, new Restarts(starter));
  }

  /** Starts a part; refuses once the stack stops. */
  synchronized Part start(String name, ProcessBuilder builder) throws StackException {
    if (stopping) {
      throw new StackException("The stack is stopping.");
    }
    try {
      return watch(Part.start(name, builder, logs.resolve(name + ".log")));
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

  private Part watch(Part part) {
    parts.add(part);
    pids.add(part.name(), part.process().pid());
    part.process().onExit().thenRun(() -> ended(part));
    return part;
  }

  private synchronized void ended(Part part) {
    if (stopping || !parts.contains(part)) {
      return;
    }
    Optional<Duration> wait =
        Optional.ofNullable(restarts.get(part.name()))
            .filter(each -> isReady)
            .flatMap(each -> each.next(Instant.now()));
    if (wait.isPresent()) {
      report.accept(
          "%s ended unexpectedly (exit code %d) and is started again in %.1f s. Why: %s"
              .formatted(
                  part.name(),
                  part.process().exitValue(),
                  wait.get().toMillis() / 1000.0,
                  part.log()));
      timer.schedule(() -> startAgain(part), wait.get().toMillis(), TimeUnit.MILLISECONDS);
    } else {
      failure.complete(
          new StackException(
              "%s ended unexpectedly (exit code %d). The last lines of %s:%n%s"
                  .formatted(
                      part.name(), part.process().exitValue(), part.log(), part.tail(TAIL_LINES))));
    }
  }

  private void startAgain(Part ended) {
    Restarts again;
    synchronized (this) {
      if (stopping || !parts.remove(ended)) {
        return;
      }
      again = restarts.get(ended.name());
    }
    try {
      again.starter().started(startAgain(ended, again));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | StackException e) {
      failure.complete(
          new StackException(
              "%s cannot be started again: %s".formatted(ended.name(), e.getMessage()), e));
    }
  }

  private Part startAgain(Part ended, Restarts again)
      throws IOException, StackException, InterruptedException {
    ProcessBuilder builder = again.starter().prepare();
    synchronized (this) {
      if (stopping) {
        throw new StackException("The stack is stopping.");
      }
      again.begun(Instant.now());
      return watch(ended.startAgain(builder));
    }
  }

  /**
   * Ends every part, the last started first, and whatever else was recorded: a part that crashed
   * may have left its own children. Returns when all have ended.
   */
  @Override
  public void close() {
    timer.shutdownNow();
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
