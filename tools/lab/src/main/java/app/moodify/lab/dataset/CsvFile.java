package app.moodify.lab.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file record by record; its errors name the line. */
final class CsvFile implements Closeable {
  /** An empty line is a broken record: the rows of two files are told apart by their number. */
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private final Path path;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long line;

  private CsvFile(Path path, CSVParser parser) {
    this.path = path;
    this.parser = parser;
    this.records = parser.iterator();
  }

  static CsvFile open(Path path) throws IOException {
    // All that is looked at is ASCII; Latin-1 lets other bytes pass up to the line they break.
    return new CsvFile(
        path, FORMAT.parse(Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)));
  }

  /** Returns the values of the next record without surrounding blanks, or nothing at the end. */
  Optional<List<String>> next() throws DatasetException, IOException {
    line = parser.getCurrentLineNumber() + 1;
    try {
      return records.hasNext()
          ? Optional.of(records.next().stream().map(String::strip).toList())
          : Optional.empty();
    } catch (UncheckedIOException failure) {
      if (failure.getCause() instanceof CSVException broken) {
        throw broken(broken.getMessage());
      }
      throw failure.getCause();
    }
  }

  /** An error of the record read last; it names the line on which that begins. */
  DatasetException broken(String why) {
    return new DatasetException(
        String.format(
            "%s, line %d, is broken: %s. Correct the line, or copy the file anew.",
            path, line, why));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
