package app.moodify.lab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.core.mood.Emotion;
import app.moodify.lab.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoLabelsTest {
  @TempDir private Path folder;

  @BeforeEach
  void putPhotos() throws IOException {
    Files.createDirectories(folder.resolve("real"));
    Files.writeString(folder.resolve("real/a.jpg"), "a");
    Files.writeString(folder.resolve("b.jpg"), "b");
  }

  private List<PhotoLabel> read(String table) throws DatasetException, IOException {
    return PhotoLabels.read(Files.writeString(folder.resolve("labels.csv"), table), folder);
  }

  @Test
  void filesAreFoundInTheFolderAndOtherColumnsLeftAlone() throws Exception {
    String table =
        "file,expected_emotion,source\nreal/a.jpg,happy,\"here, there\"\nb.jpg,Neutral,\n";

    assertThat(read(table))
        .containsExactly(
            new PhotoLabel(folder.resolve("real/a.jpg"), Emotion.HAPPY),
            new PhotoLabel(folder.resolve("b.jpg"), Emotion.NEUTRAL));
  }

  @Test
  void otherNamesForColumnsAndEmotionsAreUnderstood() throws Exception {
    assertThat(read("\uFEFFPhoto , Label\r\nb.jpg, sadness\r\n"))
        .containsExactly(new PhotoLabel(folder.resolve("b.jpg"), Emotion.SAD));
  }

  @Test
  void aWordThatIsNoEmotionIsNamedWithItsLine() {
    assertThatThrownBy(() -> read("file,emotion\nb.jpg,happy\nb.jpg,sleepy\n"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("\"sleepy\" is none of angry, disgust");
  }

  @Test
  void aPhotoThatIsNotThereIsNamedWithItsLine() {
    assertThatThrownBy(() -> read("file,emotion\nnone.jpg,happy\n"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("none.jpg");
  }

  @Test
  void aRowWithoutALabelIsNamedWithItsLine() {
    assertThatThrownBy(() -> read("file,emotion\nb.jpg\n")).hasMessageContaining("line 2");
  }

  @Test
  void aTableWithoutTheColumnsSaysWhatItHas() {
    assertThatThrownBy(() -> read("a,b\n1,2\n")).hasMessageContaining("no column \"file\"");
    assertThatThrownBy(() -> read("")).hasMessageContaining("no column \"file\"");
  }

  @Test
  void aTableWithoutRowsLabelsNothing() {
    assertThatThrownBy(() -> read("file,emotion\n")).hasMessageContaining("labels no photo");
  }

  @Test
  void aMissingTableOrFolderSaysWhichOptionNamesIt() {
    assertThatThrownBy(() -> PhotoLabels.read(folder.resolve("none.csv"), folder))
        .hasMessageContaining("--labels");
    assertThatThrownBy(() -> PhotoLabels.read(folder.resolve("x"), folder.resolve("none")))
        .hasMessageContaining("--photos");
  }
}
