package app.moodify.lab.dataset;

import app.moodify.core.mood.Emotion;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Layout 1: one file of unsigned bytes for each column; row i is the same face in all of them. */
final class RawLayout {
  private static final String PIXELS = "pixels_*x48x48.u8";

  private RawLayout() {}

  static boolean isIn(Path folder) throws IOException {
    return find(folder, PIXELS).isPresent();
  }

  static List<Row> read(Path folder, Progress progress) throws DatasetException, IOException {
    progress.start("Reading the raw files in " + folder);
    Column pixels = needed(folder, PIXELS, Row.PIXELS);
    Column labels = needed(folder, "labels_*.u8", 1).of(pixels);
    Column usage = needed(folder, "usage_*.u8", 1).of(pixels);
    Optional<Column> votes = column(folder, "ferplus_votes_*x10.u8", Row.VOTES);
    Optional<Column> exact = column(folder, "exact_*.u8", 1);
    List<Row> rows = new ArrayList<>(pixels.rows());
    for (int i = 0; i < pixels.rows(); i++) {
      rows.add(new Row(pixels.row(i), label(labels, i), split(usage, i)));
      progress.done(rows.size());
    }
    if (votes.isPresent()) {
      addVotes(rows, votes.get().of(pixels), exact);
    }
    return rows;
  }

  /** Rows that are not exact stay without votes: those may be another picture's. */
  private static void addVotes(List<Row> rows, Column votes, Optional<Column> exact)
      throws DatasetException {
    if (exact.isPresent()) {
      exact.get().of(votes);
    }
    for (int i = 0; i < rows.size(); i++) {
      if (exact.isEmpty() || exact.get().value(i) != 0) {
        rows.set(i, rows.get(i).withVotes(votes.values(i)));
      }
    }
  }

  private static Emotion label(Column labels, int row) throws DatasetException {
    int value = labels.value(row);
    return Row.emotion(value).orElseThrow(() -> labels.broken(row, Row.LABELS));
  }

  private static Split split(Column usage, int row) throws DatasetException {
    int value = usage.value(row);
    if (value >= Split.values().length) {
      throw usage.broken(row, "the usage must be 0 (Training) to 2 (PrivateTest)");
    }
    return Split.values()[value];
  }

  private static Column needed(Path folder, String glob, int width)
      throws DatasetException, IOException {
    return column(folder, glob, width)
        .orElseThrow(
            () ->
                new DatasetException(
                    folder + " has no " + glob + ". It must lie beside " + PIXELS + "."));
  }

  private static Optional<Column> column(Path folder, String glob, int width)
      throws DatasetException, IOException {
    Optional<Path> file = find(folder, glob);
    return file.isPresent() ? Optional.of(Column.read(file.get(), width)) : Optional.empty();
  }

  private static Optional<Path> find(Path folder, String glob) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
      files.forEach(found::add);
    }
    return found.stream().sorted().findFirst();
  }

  /** All of one file, {@code width} bytes a row. */
  private record Column(Path file, int width, byte[] bytes) {
    static Column read(Path file, int width) throws DatasetException, IOException {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length % width != 0) {
        throw new DatasetException(
            String.format(
                "%s is cut off: its %d bytes are no whole rows of %d. Copy it anew.",
                file, bytes.length, width));
      }
      return new Column(file, width, bytes);
    }

    int rows() {
      return bytes.length / width;
    }

    byte[] row(int row) {
      return Arrays.copyOfRange(bytes, row * width, (row + 1) * width);
    }

    List<Integer> values(int row) {
      List<Integer> values = new ArrayList<>(width);
      for (byte value : row(row)) {
        values.add(Byte.toUnsignedInt(value));
      }
      return Collections.unmodifiableList(values);
    }

    int value(int row) {
      return Byte.toUnsignedInt(bytes[row]);
    }

    /** Returns this column if it has as many rows as the other. */
    Column of(Column other) throws DatasetException {
      if (rows() != other.rows()) {
        throw new DatasetException(
            String.format(
                "%s and %s differ in their number of rows: %d and %d. Copy both anew.",
                file, other.file.getFileName(), rows(), other.rows()));
      }
      return this;
    }

    DatasetException broken(int row, String why) {
      return new DatasetException(
          String.format(
              "%s, row %d, is broken: it is %d, but %s. Copy the file anew.",
              file, row, value(row), why));
    }
  }
}
