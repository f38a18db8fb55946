package app.moodify.vision;

import app.moodify.core.photo.UnreadablePhotoException;

/** Reads pictures that are face crops already, such as those of a data set. Stateless. */
public final class FaceCrop {

  private FaceCrop() {}

  /**
   * Returns the middle square of a picture as the classifier takes it: 48 rows of 48 grey values.
   *
   * @param picture the bytes of a JPEG, PNG, WebP, GIF or BMP file
   * @throws UnreadablePhotoException if the picture itself is at fault
   */
  public static byte[] read(byte[] picture) throws UnreadablePhotoException {
    try (Photo photo = PhotoDecoder.decode(picture)) {
      return FaceAligner.wholePicture(photo.pixels());
    }
  }
}
