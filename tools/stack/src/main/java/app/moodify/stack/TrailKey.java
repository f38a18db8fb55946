package app.moodify.stack;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What makes names of people's ids in the security trail. In production it is in Secret Manager;
 * here it is beside the data that it belongs to, and never in the checkout's files.
 */
final class TrailKey {
  private static final int BYTES = 32;

  private TrailKey() {}

  /** Returns a new key. */
  static String random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** Returns the key of a data folder, which gets one if it has none. */
  static String in(Path folder) throws IOException {
    Path file = folder.resolve("trail.key");
    if (!Files.exists(file)) {
      Files.createFile(file, onlyForItsOwner());
    }
    // Empty if a run was killed right after it had made it.
    if (Files.size(file) == 0) {
      Files.writeString(file, random());
    }
    return Files.readString(file).strip();
  }

  private static FileAttribute<?>[] onlyForItsOwner() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
