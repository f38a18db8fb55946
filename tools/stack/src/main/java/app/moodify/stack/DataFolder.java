package app.moodify.stack;

import app.moodify.console.Steps;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps users, entries and playlists between runs. An export is written beside the kept one and
 * takes its place only when it is whole; the one before stays as {@code previous}.
 */
final class DataFolder implements AutoCloseable {

  private static final String CURRENT = "current";
  private static final String PREVIOUS = "previous";
  private static final String INCOMING = "incoming";
  private static final String METADATA = "firebase-export-metadata.json";

  private final Path folder;
  private final Steps steps;
  private final FileChannel lock;

  private DataFolder(Path folder, Steps steps, FileChannel lock) {
    this.folder = folder;
    this.steps = steps;
    this.lock = lock;
  }

  /**
   * Opens the folder for this run alone.
   *
   * @throws StackException if another run uses it, or it cannot be written
   */
  static DataFolder open(Path folder, Steps steps) throws StackException {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new StackException(
            "Another run uses the data in %s: stop it, or give this one its own with --data DIR."
                .formatted(folder));
      }
      return new DataFolder(folder, steps, channel);
    } catch (IOException e) {
      throw new StackException("The data folder %s cannot be used: %s".formatted(folder, e), e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * What to import: the kept export, or the one before if that is broken; empty if there is none.
   */
  Optional<Path> latest() throws IOException {
    if (Files.exists(folder.resolve(INCOMING))) {
      steps.report("The last export was not finished; it is dropped and the one before is used.");
      RunFolder.deleteAll(folder.resolve(INCOMING));
    }
    for (String name : List.of(CURRENT, PREVIOUS)) {
      Path export = folder.resolve(name);
      if (Files.exists(export)) {
        Optional<String> fault = fault(export);
        if (fault.isEmpty()) {
          return Optional.of(export);
        }
        setAside(export, fault.get());
      }
    }
    return Optional.empty();
  }

  /** Puts an export out of the way that cannot be used, without losing it. */
  void setAside(Path export, String fault) throws IOException {
    Path aside = folder.resolve("broken-" + Instant.now().toString().replace(':', '-'));
    Files.move(export, aside);
    steps.report(
        "The saved data are broken (%s); they are kept in %s and the ones before are used."
            .formatted(fault, aside));
  }

  /** The key of the security trail, which is the same for as long as this folder is there. */
  String trailKey() throws IOException {
    return TrailKey.in(folder);
  }

  /** Where uploads lie that no export has yet, see {@link UploadJournal}. */
  Path journal() {
    return folder.resolve("journal");
  }

  /** Where the next export goes, a folder that is not there yet. */
  Path incoming() throws IOException {
    RunFolder.deleteAll(folder.resolve(INCOMING));
    return folder.resolve(INCOMING);
  }

  /**
   * Makes the export in {@link #incoming} the kept one.
   *
   * @throws IOException if it is not whole; the kept one stays
   */
  void accept() throws IOException {
    Path incoming = folder.resolve(INCOMING);
    Optional<String> fault = fault(incoming);
    if (fault.isPresent()) {
      throw new IOException("the export is not whole: " + fault.get());
    }
    ExportManifest.write(incoming);
    Path current = folder.resolve(CURRENT);
    if (Files.exists(current)) {
      RunFolder.deleteAll(folder.resolve(PREVIOUS));
      Files.move(current, folder.resolve(PREVIOUS));
    }
    Files.move(incoming, current);
  }

  /** What an export lacks, if anything. */
  private static Optional<String> fault(Path export) {
    try {
      JsonObject metadata = json(export.resolve(METADATA)).getAsJsonObject();
      for (String emulator : List.of("firestore", "auth", "storage")) {
        JsonObject part = metadata.getAsJsonObject(emulator);
        if (part == null) {
          return Optional.of("it has no " + emulator);
        }
        if (!Files.isDirectory(export.resolve(part.get("path").getAsString()))) {
          return Optional.of("its " + emulator + " folder is gone");
        }
      }
      String overall = metadata.getAsJsonObject("firestore").get("metadata_file").getAsString();
      if (Files.size(export.resolve(overall)) == 0) {
        return Optional.of(overall + " is empty");
      }
      return ExportManifest.fault(export);
    } catch (IOException | JsonParseException | IllegalStateException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static JsonElement json(Path file) throws IOException {
    JsonElement json = JsonParser.parseString(Files.readString(file));
    if (json.isJsonNull()) {
      throw new JsonParseException(file.getFileName() + " is empty");
    }
    return json;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
