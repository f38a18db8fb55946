package app.moodify.lab.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads FER-2013 in the three layouts it is found in, with the same meaning as the training's
 * {@code models/moodify_models/layouts.py}: what the model was trained on is never taken for a
 * test.
 *
 * <ol>
 *   <li>raw: {@code pixels_*x48x48.u8}, {@code labels_*.u8} and {@code usage_*.u8}, if there also
 *       {@code ferplus_votes_*x10.u8} and {@code exact_*.u8};
 *   <li>table: {@code fer2013.csv}, if there with FER+'s {@code fer2013new.csv};
 *   <li>folders: {@code train/<emotion>/}, {@code test/<emotion>/} and, if there, {@code
 *       validation/<emotion>/} with pictures, as on Kaggle.
 * </ol>
 */
public final class FaceDataset {
  private FaceDataset() {}

  /**
   * Reads all faces of whichever layout a folder holds, in the order of its files.
   *
   * @param folder holds the data set
   * @param progress told in sentences what is read, and every other second how far that is
   * @return at least one face
   * @throws DatasetException if there is no such folder, no known layout in it, or a broken one
   * @throws IOException if a file cannot be read for another reason
   */
  public static List<LabelledCrop> read(Path folder, Consumer<String> progress)
      throws DatasetException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new DatasetException(
          folder + " is not a folder. Give FER-2013's folder with --data DIR.");
    }
    List<Row> rows = readLayout(folder, new Progress(progress, InstantSource.system()));
    if (rows.isEmpty()) {
      throw new DatasetException(
          folder + " holds no images. Give FER-2013's folder with --data DIR.");
    }
    return compareWithTraining(rows);
  }

  private static List<Row> readLayout(Path folder, Progress progress)
      throws DatasetException, IOException {
    if (RawLayout.isIn(folder)) {
      return RawLayout.read(folder, progress);
    }
    if (TableLayout.isIn(folder)) {
      return TableLayout.read(folder, progress);
    }
    if (FolderLayout.isIn(folder)) {
      return FolderLayout.read(folder, progress);
    }
    throw new DatasetException(
        folder
            + " holds no FER-2013: expected pixels_35887x48x48.u8, fer2013.csv, or"
            + " train/<emotion>/ and test/<emotion>/. Give its folder with --data DIR.");
  }

  private static List<LabelledCrop> compareWithTraining(List<Row> rows) {
    Set<ByteBuffer> training =
        rows.stream()
            .filter(row -> row.split() == Split.TRAINING)
            .map(Row::picture)
            .collect(Collectors.toSet());
    return rows.stream()
        .map(
            row ->
                new LabelledCrop(
                    row.pixels(),
                    row.label(),
                    row.split(),
                    row.votes(),
                    training.contains(row.picture())))
        .toList();
  }
}
