package app.moodify.lab.evaluate;

import static app.moodify.lab.evaluate.TestCrops.judged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.core.mood.Emotion;
import app.moodify.lab.dataset.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
  private static final SplitReport REPORT =
      SplitReport.of(
          List.of(
              judged(Emotion.HAPPY, Emotion.HAPPY, 0.9), judged(Emotion.SAD, Emotion.FEAR, 0.5)));

  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsRead() throws Exception {
    MetricsFile file = new MetricsFile(folder.resolve("new/metrics.json"));
    Metrics metrics =
        Metrics.of("v1").with(Split.PRIVATE_TEST, REPORT).with(PhotoReport.of(List.of()));

    file.write(metrics);

    assertThat(file.read())
        .contains(new Metrics("v1", metrics.views(), file.read().get().splits(), metrics.photos()));
    assertThat(MetricsFile.json(file.read().get())).isEqualTo(MetricsFile.json(metrics));
  }

  @Test
  void whoMayReadOtherFilesMayReadThisOne() throws Exception {
    Path plain = Files.writeString(folder.resolve("plain.txt"), "");
    Path path = folder.resolve("metrics.json");

    new MetricsFile(path).write(Metrics.of("v1"));

    assertThat(Files.getPosixFilePermissions(path)).isEqualTo(Files.getPosixFilePermissions(plain));
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
  }

  @Test
  void anotherSplitIsAddedAndTheSameReplaced() {
    Metrics metrics =
        Metrics.of("v1").with(Split.PRIVATE_TEST, REPORT).with(Split.PUBLIC_TEST, REPORT);

    assertThat(metrics.with(Split.PUBLIC_TEST, REPORT).splits().keySet())
        .containsExactly("PublicTest", "PrivateTest");
  }

  @Test
  void figuresOfAnotherModelAreDropped() {
    Metrics metrics = Metrics.of("v1").with(Split.PRIVATE_TEST, REPORT);

    assertThat(metrics.about("v1")).isSameAs(metrics);
    assertThat(metrics.about("v2")).isEqualTo(Metrics.of("v2"));
  }

  @Test
  void numbersAreWrittenToFourDecimals() {
    assertThat(MetricsFile.json(Share.of(1, 3))).contains("0.3333,");
  }

  @Test
  void noFileIsNothingAndABrokenOneSaysWhatToDo() throws IOException {
    Path path = folder.resolve("metrics.json");
    assertThat(new MetricsFile(path).read()).isEmpty();

    Files.writeString(path, "{\"splits\": 3");

    assertThatThrownBy(() -> new MetricsFile(path).read()).hasMessageContaining("delete it");
  }
}
