package app.moodify.core.photo;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.PhotoReference;
import java.util.Optional;

/**
 * Reads, keeps and deletes uploaded photos. Implementations are thread-safe; every method throws
 * {@link ServiceUnavailableException} if the store cannot be reached.
 */
public interface PhotoStore {

  /**
   * Reads a photo.
   *
   * @return its bytes, or nothing if the object is gone or has another generation by now
   */
  Optional<byte[]> read(PhotoReference photo);

  /**
   * Copies a photo to where its person keeps it, {@link MoodId#keptPhotoPath()}, in the place of
   * one that was kept for the same mood before.
   *
   * @return false, with nothing copied, if the object is gone or has another generation by now
   */
  boolean keep(PhotoReference photo, MoodId id);

  /** Deletes a photo. Does nothing if the object is gone or has another generation by now. */
  void delete(PhotoReference photo);

  /**
   * Deletes what is kept for a mood, if anything is.
   *
   * @param photo the mood's photo, for the name of the bucket
   */
  void deleteKept(PhotoReference photo, MoodId id);
}
