package app.moodify.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./moodify} in a checkout of its own, with stubs of the cloud's tools. */
abstract class ScriptWithStubs {
  @TempDir private Path folder;
  private StubCommands cloud;

  @BeforeEach
  void checkout() throws IOException {
    cloud = new StubCommands(folder);
    cloud.set("MOODIFY_PROJECT", "moodify-test");
  }

  StubCommands cloud() {
    return cloud;
  }

  /** Returns the calls, without the options that stand before the word that says what is done. */
  List<String> steps() throws IOException {
    return cloud.calls().stream()
        .map(call -> call.replaceFirst("^terraform -chdir=.*?/terraform ", "terraform "))
        .map(call -> call.startsWith("mvn") ? "mvn" : call)
        .map(call -> call.replaceFirst("^(terraform \\w+) .*", "$1"))
        .map(call -> call.replaceFirst("^(gcloud pubsub subscriptions update) .*", "$1"))
        .map(call -> call.replaceFirst("^(gcloud secrets (create|versions add) \\S+) .*", "$1"))
        .map(call -> call.replaceFirst("^(firebase deploy --only [a-z,]+) .*", "$1"))
        .map(call -> call.replaceFirst("^(firebase hosting:disable) .*", "$1"))
        .map(call -> call.replaceFirst("^(smoke-test --page \\S+) .*", "$1"))
        .toList();
  }
}
