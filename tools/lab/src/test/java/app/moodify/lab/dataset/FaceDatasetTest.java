package app.moodify.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceDatasetTest {
  @TempDir private Path folder;

  private static LabelledCrop withPixels(LabelledCrop face, byte[] pixels) {
    return new LabelledCrop(pixels, face.label(), face.split(), face.votes(), false);
  }

  @Test
  void aTestFaceWithTheVeryPixelsOfATrainingRowIsMarked() throws Exception {
    List<LabelledCrop> faces = new ArrayList<>(SmallDataset.faces());
    faces.set(12, withPixels(faces.get(12), faces.get(3).pixels()));
    faces.set(11, withPixels(faces.get(11), faces.get(13).pixels())); // in no Training row
    byte[] almost = faces.get(3).pixels().clone();
    almost[2303] ^= 1;
    faces.set(10, withPixels(faces.get(10), almost));
    SmallDataset.writeRaw(folder, faces);

    List<LabelledCrop> read = FaceDataset.read(folder, sentence -> {});

    assertThat(read.subList(0, 10)).allMatch(LabelledCrop::copyOfTraining);
    assertThat(read.subList(10, 14))
        .extracting(LabelledCrop::copyOfTraining)
        .containsExactly(false, false, true, false);
  }

  @Test
  void aMissingFolderSaysHowToGiveOne() {
    assertThatThrownBy(() -> FaceDataset.read(folder.resolve("nowhere"), sentence -> {}))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("nowhere is not a folder", "--data DIR");
  }

  @Test
  void aFolderOfNoKnownLayoutSaysWhatWasExpected() {
    assertThatThrownBy(() -> FaceDataset.read(folder, sentence -> {}))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll(
            folder.toString(), "pixels_35887x48x48.u8", "fer2013.csv", "train/<emotion>/");
  }

  @Test
  void whatIsReadIsTold() throws Exception {
    SmallDataset.writeTable(folder, SmallDataset.faces());
    List<String> told = new ArrayList<>();

    FaceDataset.read(folder, told::add);

    assertThat(told).containsExactly("Reading " + folder.resolve("fer2013.csv"));
  }

  @Test
  void aSplitIsFoundByItsKeyOnly() {
    assertThat(Split.fromKey("PrivateTest")).contains(Split.PRIVATE_TEST);
    assertThat(Split.fromKey("PRIVATE_TEST")).isEmpty();
    assertThat(Split.fromKey(null)).isEmpty();
  }
}
