package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.console.Steps;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;
  private final StringWriter report = new StringWriter();
  private DataFolder data;

  @BeforeEach
  void open() throws StackException {
    data = DataFolder.open(folder, steps());
  }

  @AfterEach
  void close() throws IOException {
    data.close();
  }

  @Test
  void atFirstThereIsNothingToImport() throws IOException {
    assertThat(data.latest()).isEmpty();
  }

  @Test
  void aWholeExportIsKeptAndTheOneBeforeToo() throws IOException {
    Exports.withUser(data.incoming(), "first");
    data.accept();
    Exports.withUser(data.incoming(), "second");
    data.accept();

    assertThat(data.latest()).contains(folder.resolve("current"));
    assertThat(folder.resolve("current/auth_export/accounts.json")).content().contains("second");
    assertThat(folder.resolve("previous/auth_export/accounts.json")).content().contains("first");
  }

  @Test
  void anExportThatIsNotWholeLeavesTheKeptOneAlone() throws IOException {
    Exports.withUser(data.incoming(), "first");
    data.accept();
    Files.createDirectories(data.incoming());

    assertThatThrownBy(data::accept).hasMessageContaining("not whole");

    assertThat(folder.resolve("current/auth_export/accounts.json")).content().contains("first");
  }

  @Test
  void anExportThatWasCutOffIsDroppedAndSaidSo() throws IOException {
    Exports.withUser(data.incoming(), "first");
    data.accept();
    Files.createDirectories(data.incoming());

    assertThat(data.latest()).contains(folder.resolve("current"));

    assertThat(folder.resolve("incoming")).doesNotExist();
    assertThat(report.toString()).contains("not finished");
  }

  @Test
  void aBrokenExportIsPutAsideAndTheOneBeforeIsUsed() throws IOException {
    Exports.withUser(data.incoming(), "first");
    data.accept();
    Exports.withUser(data.incoming(), "second");
    data.accept();
    Files.writeString(folder.resolve("current/auth_export/accounts.json"), "{\"users\": [");

    assertThat(data.latest()).contains(folder.resolve("previous"));

    assertThat(report.toString()).contains("accounts.json is damaged").contains("broken-");
    assertThat(folder.resolve("current")).doesNotExist();
  }

  @Test
  void anExportThatLostAFileIsBroken() throws IOException {
    Exports.withUser(data.incoming(), "first");
    data.accept();
    Files.delete(folder.resolve("current/auth_export/accounts.json"));

    assertThat(data.latest()).isEmpty();
    assertThat(report.toString()).contains("accounts.json is gone");
  }

  @Test
  void anExportWithoutItsDocumentsIsBroken() throws IOException {
    Exports.withUser(data.incoming(), "first");
    data.accept();
    Files.writeString(folder.resolve("current/firestore_export/all.overall_export_metadata"), "");

    assertThat(data.latest()).isEmpty();
    assertThat(report.toString()).contains("is empty");
  }

  @Test
  void aSecondRunWithTheSameFolderIsRefused() {
    assertThatThrownBy(() -> DataFolder.open(folder, steps()))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("--data DIR");
  }

  private Steps steps() {
    return new Steps(new PrintWriter(report), InstantSource.system());
  }
}
