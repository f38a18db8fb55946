package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirebaseCliTest {
  @TempDir private Path root;

  @Test
  void eachStacksEmulatorsHaveATemporaryFolderOfTheirOwn() {
    assertThat(temporaryFolder("run-5000"))
        .startsWith(root.toString())
        .isNotEqualTo(temporaryFolder("run-6000"));
  }

  private String temporaryFolder(String run) {
    RunFolder folder = new RunFolder(root.resolve(run), root);
    Toolchain tools = new Toolchain(root, root, root, root, root, "");
    return new FirebaseCli(tools, folder, new Ports(5000))
        .download("firestore")
        .environment()
        .get("TMPDIR");
  }
}
