package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;

/**
 * Where the bucket's own rules look whether a person may upload, so that too many photos are
 * refused before a function is started for each. Implementations are thread-safe.
 */
public interface UploadGate {

  /**
   * Refuses a person's uploads until a time.
   *
   * @throws ServiceUnavailableException if that could not be noted
   */
  void closeUntil(String uid, Instant until);
}
