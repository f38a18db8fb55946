package app.moodify.core.person;

import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All files of a person in the bucket: their photos, kept or not read yet, and their picture; and
 * what was exported of them, see {@link ExportFiles}, which is listed nowhere but erased with all.
 * Implementations are thread-safe; every method throws {@link ServiceUnavailableException} if the
 * store cannot be reached.
 */
public interface PersonalFiles {

  /**
   * A file.
   *
   * @param path the object's name, such as {@code kept/{uid}/{moodId}}
   * @param size bytes
   * @param contentType what the uploader called it, may be empty; not to be trusted
   */
  record PersonalFile(String path, long size, String contentType) {}

  /**
   * Returns a batch of the people who have files, exports too, with an account or without. Who has
   * several kinds of files may be named several times.
   *
   * @param from the cursor of the batch before; empty for the first one
   */
  Batch<String> people(Optional<String> from);

  /** Returns a person's photos and picture, in order of their names. */
  List<PersonalFile> list(String uid);

  /**
   * Copies a file.
   *
   * @return false, with nothing written, if it is gone
   * @throws IOException if it cannot be written
   */
  boolean copy(PersonalFile file, OutputStream to) throws IOException;

  /**
   * Deletes every file of a person, and looks whether one is left.
   *
   * @param timeout how long to go on at most
   * @return how many were deleted; if some are left, calling again goes on from there
   */
  Erased erase(String uid, Duration timeout);
}
