package app.moodify.lab.dataset;

import app.moodify.core.mood.Emotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.StringTokenizer;

/** Layout 2: {@code fer2013.csv}, and beside it FER+'s votes for the same rows in order. */
final class TableLayout {
  private static final String FACES = "fer2013.csv";
  private static final String FER_PLUS = "fer2013new.csv";

  /** Before the votes are the usage and the name of the image. */
  private static final int FIRST_VOTE = 2;

  private TableLayout() {}

  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FACES));
  }

  static List<Row> read(Path folder, Progress progress) throws DatasetException, IOException {
    List<Row> rows = readFaces(folder.resolve(FACES), progress);
    Path ferPlus = folder.resolve(FER_PLUS);
    if (!Files.isRegularFile(ferPlus)) {
      return rows;
    }
    List<List<Integer>> votes = readVotes(ferPlus, progress);
    if (votes.size() != rows.size()) {
      throw new DatasetException(
          String.format(
              "%s and %s differ in their number of rows: %d and %d. Copy both anew.",
              ferPlus, FACES, votes.size(), rows.size()));
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.set(i, rows.get(i).withVotes(votes.get(i)));
    }
    return rows;
  }

  private static List<Row> readFaces(Path path, Progress progress)
      throws DatasetException, IOException {
    progress.start("Reading " + path);
    List<Row> rows = new ArrayList<>();
    try (CsvFile file = CsvFile.open(path)) {
      List<String> names = file.next().orElse(List.of());
      int emotion = names.indexOf("emotion");
      int pixels = names.indexOf("pixels");
      int usage = names.indexOf("Usage");
      if (emotion < 0 || pixels < 0 || usage < 0) {
        throw new DatasetException(
            path + " must have the columns emotion, pixels, Usage, named in its first line.");
      }
      int needed = Math.max(emotion, Math.max(pixels, usage)) + 1;
      for (var record = file.next(); record.isPresent(); record = file.next()) {
        List<String> values = record.get();
        if (values.size() < needed) {
          throw file.broken("it has fewer values than there are columns");
        }
        rows.add(
            new Row(
                pixels(values.get(pixels), file),
                label(values.get(emotion), file),
                split(values.get(usage), file)));
        progress.done(rows.size());
      }
    }
    return rows;
  }

  private static byte[] pixels(String text, CsvFile file) throws DatasetException {
    StringTokenizer words = new StringTokenizer(text);
    byte[] pixels = new byte[Row.PIXELS];
    int count = 0;
    for (; words.hasMoreTokens(); count++) {
      String word = words.nextToken();
      OptionalInt value = number(word);
      if (value.isEmpty() || value.getAsInt() > 255) {
        throw file.broken("the pixel " + word + " is no number from 0 to 255");
      }
      if (count < pixels.length) {
        pixels[count] = (byte) value.getAsInt();
      }
    }
    if (count != pixels.length) {
      throw file.broken("it has " + count + " pixels, not 48 x 48");
    }
    return pixels;
  }

  private static Emotion label(String text, CsvFile file) throws DatasetException {
    return Row.emotion(number(text).orElse(-1))
        .orElseThrow(() -> file.broken("its label is " + text + ", but " + Row.LABELS));
  }

  private static Split split(String text, CsvFile file) throws DatasetException {
    return Split.fromKey(text)
        .orElseThrow(
            () ->
                file.broken("its usage is " + text + ", not Training, PublicTest or PrivateTest"));
  }

  private static List<List<Integer>> readVotes(Path path, Progress progress)
      throws DatasetException, IOException {
    progress.start("Reading " + path);
    List<List<Integer>> rows = new ArrayList<>();
    try (CsvFile file = CsvFile.open(path)) {
      file.next();
      for (var record = file.next(); record.isPresent(); record = file.next()) {
        List<String> values = record.get();
        if (values.size() != FIRST_VOTE + Row.VOTES) {
          throw file.broken(
              "it has " + values.size() + " values, not a usage, a name and ten votes");
        }
        List<Integer> votes = new ArrayList<>(Row.VOTES);
        for (String value : values.subList(FIRST_VOTE, values.size())) {
          votes.add(number(value).orElseThrow(() -> file.broken(value + " is no number of votes")));
        }
        rows.add(votes);
        progress.done(rows.size());
      }
    }
    return rows;
  }

  /** Returns a number from 0 on, or nothing for any other text. */
  private static OptionalInt number(String text) {
    try {
      int value = Integer.parseInt(text);
      return value >= 0 ? OptionalInt.of(value) : OptionalInt.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalInt.empty();
    }
  }
}
