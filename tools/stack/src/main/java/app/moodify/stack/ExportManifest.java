package app.moodify.stack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Lists the files of an export with their checksums, because the emulators import what is damaged
 * without a word, or end.
 */
final class ExportManifest {

  private static final String NAME = "moodify-files.json";

  private ExportManifest() {}

  /** Lists the files that are there now. */
  static void write(Path export) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(export)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        files.put(export.relativize(file).toString(), checksum(file));
      }
    }
    Files.writeString(export.resolve(NAME), new Gson().toJson(files));
  }

  /** Names a file that is gone or damaged; empty if there is none, or no list either. */
  static Optional<String> fault(Path export) throws IOException {
    Path list = export.resolve(NAME);
    if (!Files.exists(list)) {
      return Optional.empty();
    }
    JsonObject files = JsonParser.parseString(Files.readString(list)).getAsJsonObject();
    for (String name : files.keySet()) {
      Path file = export.resolve(name);
      if (!Files.exists(file)) {
        return Optional.of(name + " is gone");
      }
      if (!checksum(file).equals(files.get(name).getAsString())) {
        return Optional.of(name + " is damaged");
      }
    }
    return Optional.empty();
  }

  private static String checksum(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(Files.readAllBytes(file));
    return Long.toHexString(checksum.getValue());
  }
}
