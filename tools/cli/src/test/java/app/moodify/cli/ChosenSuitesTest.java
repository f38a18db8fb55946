package app.moodify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which suites {@code ./moodify test} runs of what it is asked for. */
class ChosenSuitesTest {

  /** Surefire sets MOODIFY_MODELS to models in the checkout. */
  private static final Path CHECKOUT =
      Path.of(System.getenv().getOrDefault("MOODIFY_MODELS", "../../models"))
          .toAbsolutePath()
          .getParent();

  @ParameterizedTest
  @CsvSource({
    "functions/upkeep/src/test/java/app/moodify/upkeep/UpkeepTest.java, java",
    "libs/core/src/main/java/app/moodify/core/mood/MoodEntry.java,"
        + " java reproducible deployment app-check smoke-test rules api browser",
    "libs/vision/src/main/resources/app/moodify/vision/photo-formats.json,"
        + " java page reproducible deployment models app-check smoke-test rules api browser",
    "libs/vision/src/test/resources/formats/cases.json, java page",
    "pom.xml, java reproducible deployment app-check smoke-test rules api browser",
    "tools/lab/src/main/java/app/moodify/lab/evaluate/PredictCommand.java,"
        + " java deployment models",
    "models/moodify_models/train.py, models",
    "models/README.md, models",
    "models/face/face_detection_short_range.tflite, java page smoke-test api browser models",
    "hosting/test/browser/camera.spec.ts, page browser",
    "hosting/test/rules/firestore.rules.test.ts, page rules",
    "hosting/test/app-check/page.spec.ts, page app-check",
    "hosting/src/camera/camera.test.ts, page",
    "hosting/src/camera/camera.ts, page app-check smoke-test browser",
    "firestore.rules, terraform deployment smoke-test rules api browser",
    "docs/retention.json, page smoke-test browser",
    "docs/runbook.md, terraform",
    "terraform/functions.tf, terraform deployment",
    "deploy/deploy.sh, deployment app-check smoke-test",
    "hosting/package.json,"
        + " java page reproducible app-check terraform deployment models smoke-test rules api browser",
    "a-file-that-nobody-knows,"
        + " java page reproducible app-check terraform deployment models smoke-test rules api browser",
  })
  void aChangeRunsTheSuitesThatCanNoticeIt(String path, String suites) throws Exception {
    String chosen =
        run(
            "/bin/bash",
            "-c",
            ". \"$1/scripts/test.sh\"; . \"$1/scripts/changed.sh\"; suites_of_path \"$2\"",
            "bash",
            CHECKOUT.toString(),
            path);

    assertThat(chosen).isEqualTo(suites);
  }

  @Test
  void aSuiteThatIsNotThereIsReportedWithThoseThatAre() throws Exception {
    String said = run(CHECKOUT.resolve("moodify").toString(), "test", "--only", "opera");

    assertThat(said).contains("there is no suite \"opera\"").contains("smoke-test rules");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
