package app.moodify.core;

import java.time.Instant;
import java.util.Optional;

/**
 * All photos in the bucket that are there to be read. Implementations are thread-safe; every method
 * throws {@link ServiceUnavailableException} if the store cannot be reached.
 */
public interface UploadedPhotos {

  /**
   * A photo.
   *
   * @param photo where it is
   * @param at when it was uploaded
   */
  record Uploaded(PhotoReference photo, Instant at) {}

  /**
   * Returns a page of all photos, in order of their names.
   *
   * @param from what the page before said; empty for the first one
   */
  Page<Uploaded> page(Optional<String> from);

  /**
   * Sends a photo once more: whoever waits for uploads gets it as a new generation.
   *
   * @return false if it is gone or was replaced
   */
  boolean sendAgain(PhotoReference photo);
}
