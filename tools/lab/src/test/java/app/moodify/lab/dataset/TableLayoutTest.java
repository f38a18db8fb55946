package app.moodify.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableLayoutTest {
  private static final List<LabelledCrop> FACES = SmallDataset.faces();
  private static final String LINE = SmallDataset.line(FACES.get(0));
  private static final String HEADER = "emotion,pixels,Usage\n";

  @TempDir private Path folder;

  private List<LabelledCrop> read() throws DatasetException, IOException {
    return FaceDataset.read(folder, sentence -> {});
  }

  private List<LabelledCrop> read(String table) throws DatasetException, IOException {
    Files.writeString(folder.resolve("fer2013.csv"), table);
    return read();
  }

  private void changeVotes(String from, String to) throws IOException {
    Path file = folder.resolve("fer2013new.csv");
    Files.writeString(file, Files.readString(file).replaceFirst(from, to));
  }

  @Test
  void facesAndFerPlusVotesAreReadInOrder() throws Exception {
    SmallDataset.writeTable(folder, FACES);
    SmallDataset.writeTableVotes(folder, FACES);

    assertThat(read()).usingRecursiveFieldByFieldElementComparator().isEqualTo(FACES);
  }

  @Test
  void withoutFerPlusThereAreNoVotes() throws Exception {
    SmallDataset.writeTable(folder, FACES);

    assertThat(read())
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(SmallDataset.withoutVotes(FACES));
  }

  @Test
  void quotesBlanksAndWindowsLineEndsAreRead() throws Exception {
    String pixels = LINE.split(",")[1];

    List<LabelledCrop> read =
        read("\"emotion\",\"pixels\", Usage\r\n\"0\",\"" + pixels + "\", Training \r\n");

    assertThat(read)
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(SmallDataset.withoutVotes(FACES.subList(0, 1)));
  }

  @Test
  void columnsAreFoundByTheirNames() throws Exception {
    String pixels = LINE.split(",")[1];

    List<LabelledCrop> read = read("Usage,note,pixels,emotion\nTraining,a," + pixels + ",0");

    assertThat(read)
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(SmallDataset.withoutVotes(FACES.subList(0, 1)));
  }

  @Test
  void missingColumnsAreNamed() {
    assertThatThrownBy(() -> read("emotion,pixels\n"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("fer2013.csv", "emotion, pixels, Usage");
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("emotion, pixels, Usage");
  }

  @Test
  void aTableWithoutRowsHoldsNoImages() {
    assertThatThrownBy(() -> read(HEADER))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("holds no images");
  }

  static Stream<Arguments> brokenLines() {
    String bright = "300 ".repeat(Row.PIXELS);
    String dark = "-1 ".repeat(Row.PIXELS);
    String good = "30 ".repeat(Row.PIXELS);
    return Stream.of(
        Arguments.of("3,1 2 3,Training", "it has 3 pixels, not 48 x 48"),
        Arguments.of("3," + good + "30,Training", "it has 2305 pixels"),
        Arguments.of("3," + bright + ",Training", "the pixel 300 is no number from 0 to 255"),
        Arguments.of("3," + dark + ",Training", "the pixel -1 is no number"),
        Arguments.of("3," + good + "x,Training", "the pixel x is no number"),
        Arguments.of("9," + good + ",Training", "its label is 9, but labels must be 0 (angry)"),
        Arguments.of("sad," + good + ",Training", "its label is sad"),
        Arguments.of("3," + good + ",Holiday", "its usage is Holiday"),
        Arguments.of("3," + good, "fewer values"),
        Arguments.of("", "fewer values"),
        Arguments.of("3,\"" + good + "\"x,Training", "Invalid character"),
        Arguments.of("3,\"" + good + ",Training", "EOF"));
  }

  @ParameterizedTest
  @MethodSource("brokenLines")
  void aBrokenLineIsNamed(String line, String why) {
    assertThatThrownBy(() -> read(String.join("\n", HEADER + LINE, line, LINE, LINE)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("fer2013.csv, line 3, is broken", why, "copy the file anew");
  }

  @Test
  void aFileThatIsNoTextAtAllIsRefused() {
    assertThatThrownBy(
            () -> {
              Files.write(folder.resolve("fer2013.csv"), FACES.get(0).pixels());
              read();
            })
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("fer2013.csv");
  }

  @Test
  void aBrokenLineOfFerPlusIsNamed() throws Exception {
    SmallDataset.writeTable(folder, FACES);
    SmallDataset.writeTableVotes(folder, FACES);
    changeVotes("Training,,0,1,0", "Training,,0,many,0");

    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("fer2013new.csv, line 2, is broken: many is no number of votes");
  }

  @Test
  void aLineOfFerPlusWithTooFewVotesIsNamed() throws Exception {
    SmallDataset.writeTable(folder, FACES);
    SmallDataset.writeTableVotes(folder, FACES);
    changeVotes("Training,,0,1,0", "Training,,0,1");

    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("fer2013new.csv, line 2, is broken: it has 11 values");
  }

  @Test
  void ferPlusWithFewerRowsThanFacesIsRefused() throws Exception {
    SmallDataset.writeTable(folder, FACES);
    SmallDataset.writeTableVotes(folder, FACES.subList(0, 13));

    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("fer2013new.csv", "number of rows: 13 and 14");
  }
}
