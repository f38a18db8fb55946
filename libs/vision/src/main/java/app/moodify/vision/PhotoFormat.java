package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.util.Locale;
import java.util.Optional;

/** The formats Moodify reads. */
enum PhotoFormat {
  JPEG,
  PNG,
  WEBP,
  GIF,
  BMP;

  /** Names the format, or says which kind of file this is instead. */
  static PhotoFormat of(ByteReader file) throws UnreadablePhotoException {
    KnownFormat known =
        KnownFormat.of(file)
            .orElseThrow(
                () ->
                    new UnreadablePhotoException(PhotoFault.NOT_AN_IMAGE, "no known image format"));
    Optional<PhotoFault> fault = known.fault();
    if (fault.isPresent()) {
      throw new UnreadablePhotoException(fault.get(), "a file of the kind " + known.name());
    }
    return valueOf(known.name().toUpperCase(Locale.ROOT));
  }
}
