package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The files of exports in the bucket. Implementations are thread-safe; every method throws {@link
 * ServiceUnavailableException} if the store cannot be reached.
 */
public interface ExportFiles {

  /** What is in a file. */
  interface Content {
    /** Writes it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file as its content comes, keeping little of it in memory. There is either the whole
   * file afterwards or none.
   *
   * @return how many bytes it has
   */
  long write(ExportId id, Content content);

  /** Deletes a file. Does nothing if it is gone. */
  void delete(ExportId id);
}
