package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With shell commands for parts. */
class SupervisorTest {

  @TempDir private Path folder;
  private PidFile pids;
  private final List<String> reports = new CopyOnWriteArrayList<>();
  private Supervisor supervisor;

  @BeforeEach
  void make() {
    pids = new PidFile(folder.resolve("pids.json"));
    supervisor = new Supervisor(folder, pids, reports::add);
  }

  @AfterEach
  void stop() {
    supervisor.close();
  }

  @Test
  void aPartThatEndsUnaskedIsAFailureThatShowsTheEndOfItsLog() throws Exception {
    supervisor.start("emulator", shell("echo 'no room on the disk'; exit 3"));

    StackException failure = supervisor.failure().get(10, TimeUnit.SECONDS);

    assertThat(failure)
        .hasMessageContaining("emulator ended unexpectedly (exit code 3)")
        .hasMessageContaining("no room on the disk")
        .hasMessageContaining("emulator.log");
  }

  @Test
  void aPartThatIsKeptRunningIsStartedAgainAndItsLogGoesOn() throws Exception {
    Part part = supervisor.keepRunning("function", shell("echo started; sleep 100"));
    supervisor.ready();
    awaitLines(part, 1);

    part.process().destroyForcibly();

    awaitLines(part, 2);
    await(() -> pids.get("function") != part.process().pid());
    assertThat(Files.readAllLines(part.log())).containsExactly("started", "started");
    assertThat(pids.get("function")).isNotEqualTo(part.process().pid());
    assertThat(supervisor.failure()).isNotDone();
    assertThat(reports).singleElement().asString().contains("function", "exit code 137", "again");
  }

  @Test
  void whatAPartNeedsIsSetUpAgainBeforeAndAfterItsStart() throws Exception {
    List<String> steps = new CopyOnWriteArrayList<>();
    Part part = supervisor.start("emulators", shell("echo started; sleep 100"));
    supervisor.restartBy(
        "emulators",
        new Restarts.Starter() {
          @Override
          public ProcessBuilder prepare() {
            steps.add("prepare");
            return shell("echo from the snapshot; sleep 100");
          }

          @Override
          public void started(Part again) {
            steps.add("set up " + again.name());
          }
        });
    supervisor.ready();
    awaitLines(part, 1);

    part.process().destroyForcibly();

    awaitLines(part, 2);
    assertThat(Files.readAllLines(part.log())).containsExactly("started", "from the snapshot");
    await(() -> steps.size() == 2);
    assertThat(steps).containsExactly("prepare", "set up emulators");
  }

  private static void awaitLines(Part part, int lines) throws Exception {
    await(() -> Files.readAllLines(part.log()).size() >= lines);
  }

  /** What follows an event comes a moment after it, in a thread of the supervisor. */
  private static void await(Callable<Boolean> state) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (!state.call() && Instant.now().isBefore(end)) {
      Thread.sleep(20);
    }
  }

  @Test
  void aPartThatEndsBeforeTheStackIsReadyIsAFailureAtOnce() throws Exception {
    supervisor.keepRunning("function", shell("exit 2"));

    assertThat(supervisor.failure().get(10, TimeUnit.SECONDS)).hasMessageContaining("exit code 2");
    assertThat(reports).isEmpty();
  }

  @Test
  void theCrashOfOnePartEndsAllOthersOnClose() throws Exception {
    Part other = supervisor.start("other", shell("sleep 100"));
    supervisor.start("crash", shell("exit 1"));
    supervisor.failure().get(10, TimeUnit.SECONDS);

    supervisor.close();

    assertThat(other.process().isAlive()).isFalse();
  }

  @Test
  void whatAPartStartedEndsWithIt() throws Exception {
    Part part = supervisor.start("parent", shell("sleep 100 & echo $!; trap 'exit 0' TERM; wait"));
    long child = awaitNumber(part.log());

    supervisor.close();

    ProcessHandle.of(child)
        .ifPresent(process -> process.onExit().orTimeout(5, TimeUnit.SECONDS).join());
    assertThat(part.process().isAlive()).isFalse();
  }

  @Test
  void whatACrashedPartLeftBehindIsEndedToo() throws Exception {
    pids.add(PidFile.LOCAL, ProcessHandle.current().pid());
    Part part = supervisor.start("parent", shell("sleep 100 & echo $!; read line; exit 1"));
    long child = awaitNumber(part.log());
    pids.add("child", child);
    part.process().destroyForcibly();
    supervisor.failure().get(10, TimeUnit.SECONDS);

    supervisor.close();

    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void anAskedForEndIsNoFailure() throws Exception {
    supervisor.start("part", shell("sleep 100"));

    supervisor.close();

    assertThat(supervisor.failure()).isNotDone();
  }

  @Test
  void nothingStartsAnyMoreOnceItStops() {
    supervisor.close();

    assertThatThrownBy(() -> supervisor.start("late", shell("sleep 100")))
        .isInstanceOf(StackException.class);
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> supervisor.start("part", new ProcessBuilder("no-such-program")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("part cannot be started")
        .hasMessageContaining("no-such-program");
  }

  @Test
  void numbersOfTheProcessesAreOnFileWhileTheyRun() throws Exception {
    Part part = supervisor.start("detect", shell("sleep 100"));

    assertThat(folder.resolve("pids.json"))
        .hasContent("{\"detect\":%d}".formatted(part.process().pid()));
    supervisor.close();
    assertThat(folder.resolve("pids.json")).doesNotExist();
  }

  private static ProcessBuilder shell(String script) {
    return new ProcessBuilder("/bin/sh", "-c", script);
  }

  private static long awaitNumber(Path log) throws Exception {
    for (int i = 0; i < 100; i++) {
      String text = Files.readString(log).strip();
      if (!text.isEmpty()) {
        return Long.parseLong(text);
      }
      Thread.sleep(50);
    }
    throw new AssertionError("No number in " + log);
  }
}
