package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.console.Steps;
import app.moodify.stack.events.Forwarder;
import app.moodify.testing.FakeClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

  @TempDir private Path folder;
  private final FakeClock clock = new FakeClock();
  private final Steps steps =
      new Steps(new PrintWriter(new StringWriter()), InstantSource.system());
  private DataFolder data;
  private UploadJournal journal;
  private Forwarder forwarder;

  @BeforeEach
  void open() throws StackException, IOException {
    data = DataFolder.open(folder, steps);
    journal = new UploadJournal(data.journal(), null, clock);
    forwarder = Forwarder.start(0, new Forwarder.Routes("p", "detect", "recommend", Map.of()));
  }

  @AfterEach
  void close() throws IOException {
    forwarder.close();
    journal.close();
    data.close();
  }

  @Test
  void aSnapshotIsKeptAndTheUploadsBeforeItAreForgotten() throws IOException {
    journaled("before");

    try (Snapshots snapshots = snapshots(Exports::whole)) {
      snapshots.take();
    }

    assertThat(data.latest()).contains(folder.resolve("current"));
    assertThat(journal.entries()).isEmpty();
  }

  @Test
  void anUploadThatCameMeanwhileStays() throws IOException {
    journaled("before");

    try (Snapshots snapshots =
        snapshots(
            target -> {
              journaled("meanwhile");
              Exports.whole(target);
            })) {
      snapshots.take();
    }

    assertThat(journal.entries()).containsExactly(data.journal().resolve("meanwhile.json"));
  }

  @Test
  void oneThatFailsLeavesTheOneBeforeAndTheUploads() throws IOException {
    try (Snapshots snapshots = snapshots(Exports::whole)) {
      snapshots.take();
    }
    journaled("later");

    try (Snapshots snapshots =
        snapshots(
            target -> {
              throw new IOException("the emulators are gone");
            })) {
      assertThatThrownBy(snapshots::take).hasMessageContaining("gone");
    }

    assertThat(data.latest()).contains(folder.resolve("current"));
    assertThat(journal.entries()).hasSize(1);
  }

  private Snapshots snapshots(Snapshots.Exporter emulators) {
    return new Snapshots(emulators, data, journal, forwarder, steps::report, clock);
  }

  private void journaled(String name) throws IOException {
    Files.createDirectories(data.journal());
    Files.writeString(data.journal().resolve(name + ".json"), "{}");
  }
}
