package app.moodify.stack;

import app.moodify.console.Steps;
import app.moodify.stack.emulators.EmulatorNotFoundException;
import app.moodify.stack.events.Forwarder;
import app.moodify.stack.events.PubSubTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * All of Moodify on one machine: the emulators, the functions, and the forwarder between them.
 * Closing it keeps the data and ends every process.
 */
public final class Stack implements AutoCloseable {

  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final Ports ports;
  private final Steps steps;
  private final RunFolder folder;
  private final Supervisor supervisor;
  private final FirebaseCli firebase;
  private final PidFile pids;
  private final EmulatorProcesses emulators;
  private final AbandonedRun abandoned;
  private final Launch launch;
  private final Http http = new Http(Duration.ofSeconds(30));
  private final AtomicBoolean closed = new AtomicBoolean();
  private DataFolder data;
  private Forwarder forwarder;
  private Schedule schedule;
  private UploadJournal journal;
  private Snapshots snapshots;
  private Optional<LocalAppCheck> appCheck = Optional.empty();
  private boolean ready;

  private Stack(Toolchain tools, Ports ports, Steps steps) {
    this.ports = ports;
    this.steps = steps;
    this.folder = new RunFolder(tools.root().resolve(".moodify/run-" + ports.base()), tools.root());
    this.pids = new PidFile(folder.resolve("pids.json"));
    this.supervisor = new Supervisor(folder.path(), pids, steps::report);
    this.firebase = new FirebaseCli(tools, folder, ports);
    this.emulators = new EmulatorProcesses(firebase, pids, http);
    this.abandoned = new AbandonedRun(folder, pids, firebase, steps);
    this.launch = new Launch(tools, ports, steps, folder, supervisor, firebase, emulators, http);
  }

  /** Makes a stack that {@link #start} starts; close it in any case. */
  public static Stack of(Toolchain tools, Ports ports, Steps steps) {
    return new Stack(tools, ports, steps);
  }

  /**
   * Starts everything, and returns when a photo was seen to go the whole way.
   *
   * @param dataFolder where users, entries and playlists are kept; empty for throw-away data
   * @throws StackException if a part cannot start; what did start is ended by {@link #close}
   */
  public void start(Optional<Path> dataFolder) throws StackException, InterruptedException {
    try {
      clearTheWay();
      if (dataFolder.isPresent()) {
        data = DataFolder.open(dataFolder.get(), steps);
      }
      appCheck = startAppCheck();
      folder.prepare(ports, appCheck.map(LocalAppCheck::tokens));
      abandoned.remember(dataFolder);
      pids.add(PidFile.LOCAL, ProcessHandle.current().pid());
      ForwarderLog.to(folder.resolve("forwarder.log"));
      Optional<Path> kept = data == null ? Optional.empty() : data.latest();
      String trailKey = data == null ? TrailKey.random() : data.trailKey();
      forwarder = launch.run(kept, appCheck, trailKey);
      kept.ifPresent(export -> steps.done("users, entries and playlists of the last run"));
      emulators.watch();
      new WarmUp(http, ports, folder.face(), appCheck).run();
      schedule = new Schedule(new PubSubTopics(http.client(), ports.address("pubsub"), Project.ID));
      ready = true;
      supervisor.ready();
      if (data != null) {
        keepFromNowOn();
      }
      steps.done("a first photo went the whole way");
    } catch (IOException e) {
      throw failure().orElseGet(() -> new StackException(e.getMessage(), e));
    } catch (EmulatorNotFoundException e) {
      throw new StackException(e.getMessage(), e);
    }
  }

  /**
   * Keeps the data of a run on these ports that was killed, and ends what it left. Nothing happens
   * while it still runs, or if it stopped by itself.
   */
  public void recover() throws InterruptedException {
    if (pids.owner().isEmpty()) {
      abandoned.end();
    }
  }

  /** A part's process number, for example of {@code detect}; 0 if there is no such part. */
  public long pid(String part) {
    return pids.get(part);
  }

  /** The ports of this stack. */
  public Ports ports() {
    return ports;
  }

  /** Whether {@link #close} was called. */
  public boolean isClosed() {
    return closed.get();
  }

  /** Calls back when a part ends unasked. */
  public void onFailure(Consumer<StackException> listener) {
    supervisor.failure().thenAccept(listener);
  }

  /** Waits until a part ends unasked, and throws what is known about it. */
  public void await() throws StackException, InterruptedException {
    try {
      throw supervisor.failure().get();
    } catch (ExecutionException e) {
      throw new StackException(String.valueOf(e.getCause()), e);
    }
  }

  /** Ends what an earlier run left behind, and makes sure that every port is free. */
  private void clearTheWay() throws StackException, InterruptedException {
    Optional<ProcessHandle> owner = pids.owner();
    recover();
    List<Integer> busy = ports.busy();
    if (!busy.isEmpty()) {
      throw new StackException(BusyPorts.message(ports, busy, owner));
    }
  }

  /** What stands in for App Check, if the person who starts this asks that it be required. */
  private Optional<LocalAppCheck> startAppCheck() throws IOException, StackException {
    String wish = System.getenv().getOrDefault("MOODIFY_APP_CHECK", "off");
    return switch (wish) {
      case "off" -> Optional.empty();
      case "required" ->
          Optional.of(
              LocalAppCheck.start(
                  ports.of("app-check"), Set.copyOf(ports.pages()), Clock.systemUTC()));
      default ->
          throw new StackException(
              "The environment variable MOODIFY_APP_CHECK is \"%s\". Set it to required or off."
                  .formatted(wish));
    };
  }

  private Optional<StackException> failure() {
    return Optional.ofNullable(supervisor.failure().getNow(null));
  }

  /** What the last run was in the middle of goes on; what this one does outlives an emulator. */
  private void keepFromNowOn() throws IOException {
    Clock clock = Clock.systemUTC();
    journal = new UploadJournal(data.journal(), new EmulatorData(http, ports), clock);
    int photos = journal.restore();
    if (photos > 0) {
      steps.report("%d photos of the last run are read again.".formatted(photos));
    }
    forwarder.onUpload(journal::add);
    snapshots = new Snapshots(firebase::export, data, journal, forwarder, steps::report, clock);
    snapshots.begin();
    supervisor.restartBy(
        EmulatorProcesses.FIREBASE,
        new EmulatorRecovery(
            emulators, data, snapshots, journal, forwarder, schedule, steps::report, clock));
    schedule.catchUp();
  }

  /** Delivers what is on its way, keeps the data, and ends every process. Twice is as once. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    emulators.stopping();
    if (ready) {
      schedule.close();
      if (failure().isEmpty()) {
        deliverTheRest();
      }
      keepData();
    }
    supervisor.close();
    if (forwarder != null) {
      forwarder.close();
    }
    appCheck.ifPresent(LocalAppCheck::close);
    closeDataFolder();
  }

  private void deliverTheRest() {
    try {
      if (!forwarder.drain(DRAIN)) {
        steps.report(
            "%d events could not be delivered and are lost.".formatted(forwarder.waiting()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepData() {
    if (snapshots == null) {
      return;
    }
    snapshots.close();
    try {
      snapshots.take();
      steps.done("data kept");
    } catch (IOException e) {
      steps.report(
          "The data could not be kept (%s); those of %s, and the photos uploaded since, are."
              .formatted(e.getMessage(), snapshots.latest()));
    } finally {
      journal.close();
    }
  }

  private void closeDataFolder() {
    if (data != null) {
      try {
        data.close();
      } catch (IOException e) {
        steps.report("The data folder's lock could not be given back: " + e.getMessage());
      }
    }
  }
}
