package app.moodify.lab.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** {@code metrics.json}: what was measured last, of one model. */
final class MetricsFile {
  private static final int DIGITS = 4;

  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .registerTypeAdapter(
              Double.class,
              (JsonSerializer<Double>) (value, type, context) -> new JsonPrimitive(rounded(value)))
          .create();

  private final Path path;

  MetricsFile(Path path) {
    this.path = path;
  }

  /**
   * Reads the file; nothing if there is none.
   *
   * @throws IOException if it cannot be read or is not what this class writes
   */
  Optional<Metrics> read() throws IOException {
    try {
      return Optional.ofNullable(GSON.fromJson(Files.readString(path), Metrics.class));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (JsonParseException broken) {
      throw new IOException(path + " is not a file of measures; delete it or use --write.", broken);
    }
  }

  /** Writes the file, in place of what was there. */
  void write(Metrics metrics) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    // Not a temporary file of Java's: nobody but its owner may read those.
    Path partial = path.resolveSibling(path.getFileName() + ".partial");
    Files.writeString(partial, json(metrics) + "\n");
    Files.move(partial, path, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Returns anything of a report as JSON, numbers to four decimals. */
  static String json(Object report) {
    return GSON.toJson(report);
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
