package app.moodify.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawLayoutTest {
  private static final List<LabelledCrop> FACES = SmallDataset.faces();

  @TempDir private Path folder;

  @BeforeEach
  void writeFaces() throws IOException {
    SmallDataset.writeRaw(folder, FACES);
  }

  private List<LabelledCrop> read() throws DatasetException, IOException {
    return FaceDataset.read(folder, sentence -> {});
  }

  private void change(String name, int index, int value) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    bytes[index] = (byte) value;
    Files.write(folder.resolve(name), bytes);
  }

  private void cut(String name, int bytes) throws IOException {
    byte[] all = Files.readAllBytes(folder.resolve(name));
    Files.write(folder.resolve(name), Arrays.copyOf(all, all.length - bytes));
  }

  private static void assertBroken(ThrowingCallable reading, String... words) {
    assertThatThrownBy(reading).isInstanceOf(DatasetException.class).hasMessageContainingAll(words);
  }

  @Test
  void withVotesEveryColumnIsReadInOrder() throws Exception {
    SmallDataset.writeRawVotes(folder, FACES);

    assertThat(read()).usingRecursiveFieldByFieldElementComparator().isEqualTo(FACES);
  }

  @Test
  void withoutVotesThereAreNone() throws Exception {
    assertThat(read())
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(SmallDataset.withoutVotes(FACES));
  }

  @Test
  void aRowThatIsNotExactLosesOnlyItsOwnVotes() throws Exception {
    SmallDataset.writeRawVotes(folder, FACES);
    byte[] exact = new byte[FACES.size()];
    Arrays.fill(exact, (byte) 1);
    exact[4] = 0;
    Files.write(folder.resolve("exact_14.u8"), exact);

    List<LabelledCrop> read = read();

    assertThat(read.get(4).votes()).isEmpty();
    assertThat(read.get(4).pixels()).isEqualTo(FACES.get(4).pixels());
    assertThat(read.get(5).votes()).isEqualTo(FACES.get(5).votes());
  }

  @Test
  void votesThatAreAllZeroAreNone() throws Exception {
    SmallDataset.writeRawVotes(folder, FACES);
    for (int i = 20; i < 30; i++) {
      change("ferplus_votes_14x10.u8", i, 0);
    }

    assertThat(read().get(2).votes()).isEmpty();
    assertThat(read().get(3).votes()).isPresent();
  }

  @Test
  void pixelsThatAreCutOffAreNamed() throws Exception {
    cut("pixels_14x48x48.u8", 100);

    assertBroken(this::read, "pixels_14x48x48.u8", "cut off", "Copy it anew");
  }

  @Test
  void filesThatDifferInTheirRowsAreNamed() throws Exception {
    cut("usage_14.u8", 1);

    assertBroken(this::read, "usage_14.u8", "pixels_14x48x48.u8", "number of rows: 13 and 14");
  }

  @Test
  void votesThatAreFewerThanThePixelsAreNamed() throws Exception {
    SmallDataset.writeRawVotes(folder, FACES);
    cut("ferplus_votes_14x10.u8", 10);

    assertBroken(this::read, "ferplus_votes_14x10.u8", "number of rows: 13 and 14");
  }

  @Test
  void marksThatAreFewerThanTheVotesAreNamed() throws Exception {
    SmallDataset.writeRawVotes(folder, FACES);
    Files.write(folder.resolve("exact_14.u8"), new byte[13]);

    assertBroken(this::read, "exact_14.u8", "number of rows: 13 and 14");
  }

  @Test
  void aMissingColumnIsNamed() throws Exception {
    Files.delete(folder.resolve("labels_14.u8"));

    assertBroken(this::read, folder + " has no labels_*.u8", "beside pixels_*x48x48.u8");
  }

  @Test
  void aLabelOutOfRangeIsNamedWithItsRow() throws Exception {
    change("labels_14.u8", 3, 200);

    assertBroken(this::read, "labels_14.u8, row 3, is broken", "200", "0 (angry) to 6 (neutral)");
  }

  @Test
  void aUsageOutOfRangeIsNamedWithItsRow() throws Exception {
    change("usage_14.u8", 13, 3);

    assertBroken(this::read, "usage_14.u8, row 13, is broken", "0 (Training) to 2 (PrivateTest)");
  }
}
