package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

  @TempDir private Path folder;
  private Path file;
  private Process left;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("pids.json");
    left = new ProcessBuilder("sleep", "100").start();
  }

  @AfterEach
  void stop() {
    left.destroyForcibly();
  }

  @Test
  void whatAKilledRunLeftIsEnded() throws Exception {
    Files.writeString(file, "{\"local\":999999999,\"detect\":%d}".formatted(left.pid()));

    assertThat(new PidFile(file).owner()).isEmpty();
    assertThat(new PidFile(file).reap()).containsExactly("detect");

    assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(file).doesNotExist();
  }

  @Test
  void aNewerProcessThatGotTheNumberIsLeftAlone() throws Exception {
    Files.writeString(file, "{\"detect\":%d}".formatted(left.pid()));
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));

    assertThat(new PidFile(file).reap()).isEmpty();

    assertThat(left.isAlive()).isTrue();
  }

  @Test
  void theRunnerThatStillRunsIsTheOwner() throws Exception {
    Files.writeString(file, "{\"local\":%d}".formatted(left.pid()));

    assertThat(new PidFile(file).owner()).map(ProcessHandle::pid).contains(left.pid());
  }

  @Test
  void aFileCutShortNamesNobody() throws Exception {
    Files.writeString(file, "{\"detect\":");

    assertThat(new PidFile(file).reap()).isEmpty();
  }

  @Test
  void theFileOfAnotherRunnerIsNotDeleted() throws Exception {
    Files.writeString(file, "{\"local\":%d}".formatted(left.pid()));

    new PidFile(file).delete();

    assertThat(file).exists();
  }
}
