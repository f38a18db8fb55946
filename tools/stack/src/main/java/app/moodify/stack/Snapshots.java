package app.moodify.stack;

import app.moodify.stack.events.Forwarder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps what the emulators hold, every minute, while no function works: accounts, documents and
 * objects are then of the same moment. Thread-safe.
 */
final class Snapshots implements AutoCloseable {

  private static final Duration PERIOD = Duration.ofMinutes(1);

  /** A snapshot of much data takes long; it may take this part of the time. */
  private static final int SHARE = 20;

  /** Longer than an ordinary photo takes: all events wait meanwhile, and people with them. */
  private static final Duration LONGEST_WORK = Duration.ofMillis(500);

  /** Writes what the emulators hold. */
  interface Exporter {
    /** Writes it to a folder that is not there yet. */
    void export(Path target) throws IOException;
  }

  private final Exporter emulators;
  private final DataFolder data;
  private final UploadJournal journal;
  private final Forwarder forwarder;
  private final Consumer<String> report;
  private final Clock clock;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private Instant latest;
  private boolean isPaused;
  private boolean hasFailed;

  /**
   * Takes none yet.
   *
   * @param report takes a sentence for the developer
   */
  Snapshots(
      Exporter emulators,
      DataFolder data,
      UploadJournal journal,
      Forwarder forwarder,
      Consumer<String> report,
      Clock clock) {
    this.emulators = emulators;
    this.data = data;
    this.journal = journal;
    this.forwarder = forwarder;
    this.report = report;
    this.clock = clock;
    this.latest = clock.instant();
  }

  /** Takes one every minute from now on. */
  void begin() {
    timer.schedule(this::takeAndGoOn, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** From when the newest is; the start of this run if there is none of it. */
  synchronized Instant latest() {
    return latest;
  }

  /** Takes none until {@link #resume}; returns once none is being taken. */
  synchronized void pause() {
    isPaused = true;
  }

  synchronized void resume() {
    isPaused = false;
  }

  private synchronized void takeAndGoOn() {
    Instant start = clock.instant();
    if (!isPaused) {
      takeOrTell(start);
    }
    Duration rest = Duration.between(start, clock.instant()).multipliedBy(SHARE);
    Duration wait = rest.compareTo(PERIOD) > 0 ? rest : PERIOD;
    timer.schedule(this::takeAndGoOn, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void takeOrTell(Instant start) {
    try {
      takeWhileHeld(start);
      hasFailed = false;
    } catch (IOException e) {
      if (!hasFailed) {
        report.accept(
            "The data could not be kept (%s); those of %d s ago are. It is tried again."
                .formatted(e.getMessage(), Duration.between(latest, start).toSeconds()));
      }
      hasFailed = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Takes one while no function begins with anything. If one works for longer than may be waited
   * for, no upload is forgotten: what comes of it is not in this snapshot.
   */
  void takeWhileHeld(Instant start) throws IOException, InterruptedException {
    try {
      boolean isQuiet = forwarder.hold(LONGEST_WORK);
      List<Path> outcomes = isQuiet ? journal.entries() : List.of();
      take(start, outcomes);
    } finally {
      forwarder.release();
    }
  }

  /**
   * Takes one now.
   *
   * @throws IOException if the emulators cannot; the one before stays
   */
  synchronized void take() throws IOException {
    take(clock.instant(), journal.entries());
  }

  private void take(Instant start, List<Path> outcomes) throws IOException {
    emulators.export(data.incoming());
    data.accept();
    UploadJournal.drop(outcomes);
    latest = start;
  }

  /** Takes no more; waits for one that is being taken. */
  @Override
  public void close() {
    timer.shutdown();
    pause();
  }
}
