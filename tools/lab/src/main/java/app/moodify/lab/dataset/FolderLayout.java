package app.moodify.lab.dataset;

import app.moodify.core.mood.Emotion;
import app.moodify.core.photo.UnreadablePhotoException;
import app.moodify.vision.FaceCrop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Layout 3: pictures in folders named for their label, as on Kaggle.
 *
 * <p>A file name that begins with a split's name tells the split. Elsewhere {@code test} is
 * PrivateTest, {@code validation} is PublicTest, and where nothing is PublicTest a tenth of {@code
 * train}, chosen by the pictures' hashes, becomes it.
 */
final class FolderLayout {
  private static final String TRAIN = "train";
  private static final String TEST = "test";
  private static final List<String> EXTENSIONS = List.of(".png", ".jpg", ".jpeg");

  /** Of the 256 values of a hash's first byte: about a tenth. As in layouts.py. */
  private static final int PUBLIC_TEST_SHARE = 26;

  /** A picture, and whether the name of its file told the split. */
  private record Picture(Row row, boolean named) {}

  private FolderLayout() {}

  static boolean isIn(Path folder) {
    return Files.isDirectory(folder.resolve(TRAIN)) && Files.isDirectory(folder.resolve(TEST));
  }

  static List<Row> read(Path folder, Progress progress) throws DatasetException, IOException {
    progress.start("Reading the pictures in " + folder);
    List<Picture> pictures = new ArrayList<>();
    addAll(folder.resolve(TRAIN), Split.TRAINING, pictures, progress);
    addAll(folder.resolve("validation"), Split.PUBLIC_TEST, pictures, progress);
    addAll(folder.resolve(TEST), Split.PRIVATE_TEST, pictures, progress);
    if (pictures.stream().anyMatch(picture -> picture.row.split() == Split.PUBLIC_TEST)) {
      return pictures.stream().map(Picture::row).toList();
    }
    return pictures.stream()
        .map(
            picture ->
                isChosenForPublicTest(picture)
                    ? picture.row.withSplit(Split.PUBLIC_TEST)
                    : picture.row)
        .toList();
  }

  private static void addAll(Path folder, Split usual, List<Picture> pictures, Progress progress)
      throws DatasetException, IOException {
    for (Emotion emotion : Emotion.values()) {
      for (Path file : pictureFiles(folder.resolve(emotion.key()))) {
        Optional<Split> named = namedSplit(file.getFileName().toString());
        Row row = new Row(pixels(file), emotion, named.orElse(usual));
        pictures.add(new Picture(row, named.isPresent()));
        progress.done(pictures.size());
      }
    }
  }

  private static List<Path> pictureFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(FolderLayout::isNamedAsPicture).sorted().toList();
    }
  }

  private static boolean isNamedAsPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().anyMatch(name::endsWith);
  }

  private static Optional<Split> namedSplit(String fileName) {
    return Arrays.stream(Split.values())
        .filter(split -> fileName.startsWith(split.key()))
        .findFirst();
  }

  private static byte[] pixels(Path file) throws DatasetException {
    try {
      return FaceCrop.read(Files.readAllBytes(file));
    } catch (UnreadablePhotoException | IOException failure) {
      throw new DatasetException(
          file
              + " is no picture that can be read ("
              + failure.getMessage()
              + "). Replace it, or take it out of the folder.",
          failure);
    }
  }

  private static boolean isChosenForPublicTest(Picture picture) {
    return picture.row.split() == Split.TRAINING
        && !picture.named
        && Byte.toUnsignedInt(sha256(picture.row.pixels())[0]) < PUBLIC_TEST_SHARE;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
