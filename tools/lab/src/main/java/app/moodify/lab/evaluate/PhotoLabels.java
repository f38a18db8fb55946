package app.moodify.lab.evaluate;

import app.moodify.core.mood.Emotion;
import app.moodify.lab.dataset.DatasetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the table that labels photos: a row for each, a column for the file, one for the label. */
final class PhotoLabels {
  private static final List<String> FILE_COLUMNS =
      List.of("file", "photo", "image", "path", "filename", "name");
  private static final List<String> LABEL_COLUMNS =
      List.of("expected_emotion", "emotion", "label", "expression", "expected");

  /** Words of other data sets for our emotions. */
  private static final Map<String, Emotion> SYNONYMS =
      Map.of(
          "anger", Emotion.ANGRY,
          "disgusted", Emotion.DISGUST,
          "fearful", Emotion.FEAR,
          "afraid", Emotion.FEAR,
          "happiness", Emotion.HAPPY,
          "sadness", Emotion.SAD,
          "surprised", Emotion.SURPRISE);

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setIgnoreSurroundingSpaces(true)
          .setTrim(true)
          .get();

  private PhotoLabels() {}

  /**
   * Reads a table with a header line.
   *
   * @param table CSV with a column {@code file} (relative to the folder) and one {@code
   *     expected_emotion}, or what others call these; other columns are left alone
   * @param folder that the photos lie in
   * @return a label for each row, in their order; at least one
   * @throws DatasetException naming the line, if the table or a row makes no sense
   */
  static List<PhotoLabel> read(Path table, Path folder) throws DatasetException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new DatasetException(folder + " is not a folder: give the photos' with --photos DIR.");
    }
    List<PhotoLabel> labels = new ArrayList<>();
    try (CSVParser rows = CSVParser.parse(Files.newBufferedReader(table), FORMAT)) {
      String file = column(rows, FILE_COLUMNS, table);
      String label = column(rows, LABEL_COLUMNS, table);
      for (CSVRecord row : rows) {
        labels.add(label(row, file, label, table, folder, rows.getCurrentLineNumber()));
      }
    } catch (NoSuchFileException missing) {
      throw new DatasetException(
          "There is no file " + table + ": name the table with --labels CSV.");
    } catch (UncheckedIOException | IllegalArgumentException broken) {
      throw new DatasetException(table + " is not a CSV file: " + broken.getMessage());
    }
    if (labels.isEmpty()) {
      throw new DatasetException(table + " labels no photo.");
    }
    return labels;
  }

  private static String column(CSVParser rows, List<String> names, Path table)
      throws DatasetException {
    // Some programs begin a file with a byte order mark, which would be part of the first name.
    Optional<String> found =
        rows.getHeaderNames().stream()
            .filter(name -> names.contains(name.replace("\uFEFF", "").toLowerCase(Locale.ROOT)))
            .findFirst();
    return found.orElseThrow(
        () ->
            new DatasetException(
                table + " has no column \"" + names.get(0) + "\", only " + rows.getHeaderNames()));
  }

  private static PhotoLabel label(
      CSVRecord row, String file, String label, Path table, Path folder, long line)
      throws DatasetException {
    String where = table + ", line " + line + ": ";
    if (!row.isSet(file) || !row.isSet(label) || row.get(file).isEmpty()) {
      throw new DatasetException(where + "the file or the label is missing.");
    }
    String word = row.get(label).toLowerCase(Locale.ROOT);
    Emotion emotion = Emotion.fromKey(word).orElse(SYNONYMS.get(word));
    if (emotion == null) {
      throw new DatasetException(
          where + "\"" + word + "\" is none of " + String.join(", ", emotions()) + ".");
    }
    Path photo = folder.resolve(row.get(file));
    if (!Files.isRegularFile(photo)) {
      throw new DatasetException(where + "there is no photo " + photo + ".");
    }
    return new PhotoLabel(photo, emotion);
  }

  private static List<String> emotions() {
    return List.copyOf(SplitReport.byEmotion(Emotion::key).values());
  }
}
