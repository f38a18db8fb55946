package app.moodify.core.photo;

import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.PhotoReference;
import java.time.Instant;
import java.util.Optional;

/**
 * All photos in the bucket: those that are there to be read, and those that people keep.
 * Implementations are thread-safe; every method throws {@link ServiceUnavailableException} if the
 * store cannot be reached.
 */
public interface UploadedPhotos {

  /**
   * In the metadata of a photo that was sent again: when it was uploaded first, as an ISO 8601
   * time. The bucket's rules let no person write it.
   */
  String UPLOADED_AT = "uploadedAt";

  /**
   * A photo.
   *
   * @param photo where it is
   * @param at when it was uploaded, or kept
   * @param sentAt when it was sent last; later than {@code at} if it was sent again
   */
  record Uploaded(PhotoReference photo, Instant at, Instant sentAt) {}

  /**
   * Returns a batch of the photos that are there to be read, in order of their names.
   *
   * @param from the cursor of the batch before; empty for the first one
   */
  Batch<Uploaded> batch(Optional<String> from);

  /**
   * Returns a batch of the photos that people keep, in order of their names.
   *
   * @param from the cursor of the batch before; empty for the first one
   */
  Batch<Uploaded> keptBatch(Optional<String> from);

  /**
   * Sends a photo once more: whoever waits for uploads gets it as a new generation, which says when
   * the first was uploaded.
   *
   * @return false if it is gone or was replaced
   */
  boolean sendAgain(PhotoReference photo);
}
