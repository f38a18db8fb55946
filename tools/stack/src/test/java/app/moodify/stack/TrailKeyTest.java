package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailKeyTest {
  @TempDir private Path folder;

  @Test
  void aFolderKeepsItsKeyForItsOwner() throws Exception {
    String key = TrailKey.in(folder);

    assertThat(key).hasSizeGreaterThanOrEqualTo(32).isEqualTo(TrailKey.in(folder));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("trail.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void noTwoKeysAreTheSame() {
    assertThat(TrailKey.random()).isNotEqualTo(TrailKey.random());
  }

  @Test
  void aKeyThatWasNotWrittenWholeIsMadeAnew() throws Exception {
    Files.createFile(folder.resolve("trail.key"));

    assertThat(TrailKey.in(folder)).hasSizeGreaterThanOrEqualTo(32);
  }
}
