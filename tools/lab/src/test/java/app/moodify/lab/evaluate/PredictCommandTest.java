package app.moodify.lab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.vision.EmotionClassifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PredictCommandTest {
  private static final int CROPS = 3;
  private static final int CROP_BYTES = 48 * 48;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final byte[] pixels = new byte[CROPS * CROP_BYTES];

  @TempDir private Path folder;
  private Path crops;

  @BeforeEach
  void putCrops() throws IOException {
    new Random(1).nextBytes(pixels);
    crops = Files.write(folder.resolve("crops.u8"), pixels);
  }

  private int run(String... arguments) {
    return new CommandLine(new PredictCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private List<CSVRecord> rows() throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(out.toString()))
        .getRecords();
  }

  private byte[] crop(int index) {
    return Arrays.copyOfRange(pixels, index * CROP_BYTES, (index + 1) * CROP_BYTES);
  }

  @Test
  void everyCropHasTheScoresOfTheClassifierInItsOrder() throws IOException {
    assertThat(run(crops.toString())).as(err.toString()).isZero();

    assertThat(rows()).hasSize(CROPS);
    try (EmotionClassifier classifier =
        EmotionClassifier.open(Path.of(System.getenv().get("MOODIFY_MODELS")))) {
      for (int i = 0; i < CROPS; i++) {
        CSVRecord row = rows().get(i);
        EmotionScores scores = classifier.classify(crop(i));
        for (Emotion emotion : Emotion.values()) {
          assertThat(Double.parseDouble(row.get(emotion.key())))
              .isCloseTo(scores.of(emotion), within(1e-6));
        }
        assertThat(row.get("sure")).isEqualTo("" + classifier.isSure(scores));
        assertThat(Double.parseDouble(row.get("milliseconds"))).isPositive();
      }
    }
  }

  @Test
  void votesAreAskedWhereTheyAreWanted() throws IOException {
    run(crops.toString(), "--votes");

    for (CSVRecord row : rows()) {
      List<String> values = row.toList();
      assertThat(values).hasSize(7 + 2 + 8);
      assertThat(values.subList(9, 17).stream().mapToDouble(Double::parseDouble).sum())
          .isCloseTo(1, within(1e-9));
      assertThat(row.isMapped("votes_contempt")).isTrue();
    }
  }

  @Test
  void aFileThatIsNotOfWholeCropsIsRefused() throws IOException {
    Files.write(crops, new byte[CROP_BYTES + 1]);
    assertThat(run(crops.toString())).isEqualTo(1);

    Files.write(crops, new byte[0]);
    assertThat(run(crops.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("its 2305 bytes are not 2304 each", "its 0 bytes");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(run(folder.resolve("none.u8").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("there is no file", "none.u8");
  }

  @Test
  void aCommandLineThatAsksForNothingIsRefused() {
    assertThat(run()).isEqualTo(2);
  }
}
