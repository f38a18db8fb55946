package app.moodify.lab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.vision.SamplePhotos;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
  private static final int ROWS = 30;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path metrics;

  /** Ten rows of noise for each split, labels and votes for all. */
  @BeforeEach
  void putData() throws IOException {
    Random random = new Random(1);
    byte[] pixels = new byte[ROWS * 48 * 48];
    random.nextBytes(pixels);
    byte[] labels = new byte[ROWS];
    byte[] usage = new byte[ROWS];
    byte[] votes = new byte[ROWS * 10];
    for (int i = 0; i < ROWS; i++) {
      labels[i] = (byte) (i % 7);
      usage[i] = (byte) (i / 10);
      votes[10 * i + i % 8] = 10;
    }
    write("pixels_30x48x48.u8", pixels);
    write("labels_30.u8", labels);
    write("usage_30.u8", usage);
    write("ferplus_votes_30x10.u8", votes);
    metrics = folder.resolve("out/metrics.json");
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.write(folder.resolve("data").resolve(name), bytes);
  }

  private int run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--write";
    all[arguments.length + 1] = metrics.toString();
    return new CommandLine(new EvaluateCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all);
  }

  private JsonObject written() throws IOException {
    return JsonParser.parseString(Files.readString(metrics)).getAsJsonObject();
  }

  @Test
  void aSplitIsJudgedPrintedAndWrittenWithItsPictures() throws IOException {
    int status = run("--data", folder.resolve("data").toString(), "--split", "privatetest");

    assertThat(status).as(err.toString()).isZero();
    assertThat(out.toString()).contains("PrivateTest, 10 faces", "accuracy, official", "FER+");
    JsonObject report = written().getAsJsonObject("splits").getAsJsonObject("PrivateTest");
    assertThat(report.get("faces").getAsInt()).isEqualTo(10);
    assertThat(
            report
                .getAsJsonObject("accuracy")
                .getAsJsonObject("ferPlusMajority")
                .get("count")
                .getAsInt())
        .isEqualTo(10);
    assertThat(report.getAsJsonObject("millisecondsPerFace").get("median").getAsDouble())
        .isPositive();
    assertThat(folder.resolve("out/figures"))
        .isDirectoryContaining("glob:**/PrivateTest-confusion.svg")
        .isDirectoryContaining("glob:**/PrivateTest-reliability.svg")
        .isDirectoryContaining("glob:**/PrivateTest-risk-coverage.svg");
  }

  @Test
  void photosGoTheWholeWayAndAreReportedBesideTheCrops() throws IOException {
    Files.write(folder.resolve("smile.jpg"), SamplePhotos.astronaut());
    Files.writeString(folder.resolve("text.jpg"), "no photo");
    Path labels =
        Files.writeString(
            folder.resolve("labels.csv"), "file,expected_emotion\nsmile.jpg,happy\ntext.jpg,sad\n");
    run("--data", folder.resolve("data").toString());

    int status = run("--photos", folder.toString(), "--labels", labels.toString());

    assertThat(status).as(err.toString()).isZero();
    JsonObject photos = written().getAsJsonObject("photos");
    assertThat(photos.getAsJsonObject("faceFound").get("value").getAsDouble()).isEqualTo(0.5);
    assertThat(photos.getAsJsonObject("byExpected").keySet()).containsExactly("happy", "sad");
    assertThat(
            photos.getAsJsonObject("byExpected").getAsJsonObject("happy").get("value").getAsInt())
        .isEqualTo(1);
    assertThat(err.toString()).contains("text.jpg: no face, not sad");
    assertThat(written().getAsJsonObject("splits").keySet()).containsExactly("PublicTest");
  }

  @Test
  void jsonIsPrintedForPrograms() {
    run("--data", folder.resolve("data").toString(), "--json");

    JsonObject printed = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(printed.get("split").getAsString()).isEqualTo("PublicTest");
    assertThat(printed.getAsJsonObject("crops").get("faces").getAsInt()).isEqualTo(10);
    assertThat(printed.has("photos")).isFalse();
  }

  @Test
  void aCardBesideTheMeasuresGetsItsTables() throws IOException {
    Path card = metrics.resolveSibling("README.md");
    Files.createDirectories(card.getParent());
    Files.writeString(card, "<!-- figures: PrivateTest -->\n<!-- end -->\n");

    run("--data", folder.resolve("data").toString(), "--split", "PrivateTest");

    assertThat(Files.readString(card)).contains("| accuracy, official |");
  }

  @Test
  void missingDataEndWithASentence() {
    int status = run("--data", folder.resolve("none").toString());

    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).contains("none is not a folder");
  }

  @Test
  void aCommandLineThatAsksForNothingIsRefused() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--photos", ".")).isEqualTo(2);
    assertThat(run("--data", ".", "--split", "test")).isEqualTo(2);
    assertThat(err.toString()).contains("belong together", "Training, PublicTest or PrivateTest");
  }
}
