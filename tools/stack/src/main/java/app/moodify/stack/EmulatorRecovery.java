package app.moodify.stack;

import app.moodify.stack.events.Forwarder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Starts the emulators again when one of them has died. They hold everything in memory, so all of
 * them go back to the newest snapshot, which is of one moment; the photos uploaded since are read
 * again.
 */
final class EmulatorRecovery implements Restarts.Starter {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final EmulatorProcesses emulators;
  private final DataFolder data;
  private final Snapshots snapshots;
  private final UploadJournal journal;
  private final Forwarder forwarder;
  private final Schedule schedule;
  private final Consumer<String> report;
  private final Clock clock;

  EmulatorRecovery(
      EmulatorProcesses emulators,
      DataFolder data,
      Snapshots snapshots,
      UploadJournal journal,
      Forwarder forwarder,
      Schedule schedule,
      Consumer<String> report,
      Clock clock) {
    this.emulators = emulators;
    this.data = data;
    this.snapshots = snapshots;
    this.journal = journal;
    this.forwarder = forwarder;
    this.schedule = schedule;
    this.report = report;
    this.clock = clock;
  }

  @Override
  public ProcessBuilder prepare() throws IOException, InterruptedException {
    snapshots.pause();
    forwarder.hold(Duration.ZERO);
    emulators.endChildren();
    return emulators.starting(data.latest());
  }

  @Override
  public void started(Part firebase) throws IOException, StackException, InterruptedException {
    Instant end = clock.instant().plus(LONGEST);
    while (!emulators.isReady()) {
      if (!firebase.process().isAlive()) {
        return; // That is the next restart's.
      }
      if (clock.instant().isAfter(end)) {
        throw new StackException(
            "they do not answer after %d s, see %s".formatted(LONGEST.toSeconds(), firebase.log()));
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
    emulators.watch();
    long age = Duration.between(snapshots.latest(), clock.instant()).toSeconds();
    int photos = journal.restore();
    forwarder.release();
    snapshots.resume();
    schedule.catchUp();
    report.accept(
        ("The emulators run again with the data of %d s ago; %d photos uploaded since are read"
                + " again.")
            .formatted(age, photos));
  }
}
