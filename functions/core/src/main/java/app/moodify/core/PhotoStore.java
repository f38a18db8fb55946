package app.moodify.core;

import java.util.Optional;

/** Reads and deletes uploaded photos. Implementations are thread-safe. */
public interface PhotoStore {

  /**
   * Reads a photo.
   *
   * @return its bytes, or nothing if the object is gone or has another generation by now
   * @throws ServiceUnavailableException if the store cannot be reached
   */
  Optional<byte[]> read(PhotoReference photo);

  /**
   * Deletes a photo. Does nothing if the object is gone or has another generation by now.
   *
   * @throws ServiceUnavailableException if the store cannot be reached
   */
  void delete(PhotoReference photo);
}
