package app.moodify.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.moodify.core.mood.Emotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLayoutTest {
  private static final List<LabelledCrop> FACES = SmallDataset.faces();

  /** Its SHA-256 begins with byte 25, by Python's hashlib: the last that is chosen. */
  private static final LabelledCrop CHOSEN = grey(65);

  /** Its SHA-256 begins with byte 26. */
  private static final LabelledCrop NOT_CHOSEN = grey(109);

  @TempDir private Path folder;

  private static LabelledCrop grey(int value) {
    byte[] pixels = new byte[Row.PIXELS];
    Arrays.fill(pixels, (byte) value);
    return new LabelledCrop(pixels, Emotion.SAD, Split.TRAINING, Optional.empty(), true);
  }

  private void write(String file, LabelledCrop face) throws IOException {
    SmallDataset.writePicture(folder.resolve(file), face);
  }

  private List<LabelledCrop> read() throws DatasetException, IOException {
    return FaceDataset.read(folder, sentence -> {});
  }

  @Test
  void namesOfFilesTellTheSplitAndFoldersTheLabel() throws Exception {
    for (int i = 0; i < FACES.size(); i++) {
      LabelledCrop face = FACES.get(i);
      String top = face.split() == Split.TRAINING ? "train/" : "test/";
      write(top + face.label().key() + "/" + face.split().key() + "_" + i + ".png", face);
    }

    assertThat(read())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrderElementsOf(SmallDataset.withoutVotes(FACES));
  }

  @Test
  void otherNamesLeaveTheSplitToTheFolder() throws Exception {
    write("train/angry/1.png", FACES.get(0));
    write("validation/fear/2.PNG", FACES.get(10));
    write("test/happy/3.png", FACES.get(12));

    assertThat(read())
        .extracting(LabelledCrop::label, LabelledCrop::split)
        .containsExactly(
            tuple(Emotion.ANGRY, Split.TRAINING),
            tuple(Emotion.FEAR, Split.PUBLIC_TEST),
            tuple(Emotion.HAPPY, Split.PRIVATE_TEST));
  }

  @Test
  void withoutPublicTestTheHashesOfTrainChooseIt() throws Exception {
    write("train/sad/1.png", CHOSEN);
    write("train/sad/2.png", NOT_CHOSEN);
    write("test/sad/3.png", CHOSEN);

    assertThat(read())
        .extracting(LabelledCrop::split)
        .containsExactly(Split.PUBLIC_TEST, Split.TRAINING, Split.PRIVATE_TEST);
  }

  @Test
  void aPictureWhoseNameSaysTrainingStaysThere() throws Exception {
    write("train/sad/Training_1.png", CHOSEN);
    write("test/sad/3.png", NOT_CHOSEN);

    assertThat(read()).extracting(LabelledCrop::split).contains(Split.TRAINING);
  }

  @Test
  void whereThereIsAPublicTestTrainStaysWhole() throws Exception {
    write("train/sad/1.png", CHOSEN);
    write("test/sad/PublicTest_1.png", NOT_CHOSEN);

    assertThat(read())
        .extracting(LabelledCrop::split)
        .containsExactly(Split.TRAINING, Split.PUBLIC_TEST);
  }

  @Test
  void otherFilesAreLeftOut() throws Exception {
    write("train/sad/1.png", NOT_CHOSEN);
    Files.createDirectories(folder.resolve("test"));
    Files.writeString(folder.resolve("train/sad/notes.txt"), "no picture");

    assertThat(read()).hasSize(1);
  }

  @Test
  void aPictureThatCannotBeReadIsNamed() throws Exception {
    write("test/sad/1.png", NOT_CHOSEN);
    Path broken = folder.resolve("train/sad/Training_broken.jpg");
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, "no picture");

    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll(broken + " is no picture", "take it out of the folder");
  }

  @Test
  void aFolderThatIsNamedAsAPictureIsRefused() throws Exception {
    Files.createDirectories(folder.resolve("train/sad/odd.png"));
    Files.createDirectories(folder.resolve("test"));

    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("odd.png is no picture");
  }

  @Test
  void foldersWithoutPicturesHoldNoImages() throws Exception {
    Files.createDirectories(folder.resolve("train/angry"));
    Files.createDirectories(folder.resolve("test/angry"));

    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("holds no images");
  }
}
