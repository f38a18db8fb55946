package app.moodify.vision;

import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;

/**
 * What a photo's header says, read without decoding anything.
 *
 * @param format recognized by the first bytes
 * @param width in pixels as stored, before any EXIF orientation
 * @param height in pixels as stored, before any EXIF orientation
 */
record PhotoHeader(PhotoFormat format, int width, int height) {
  /** Fifty megapixels, which are 150 MB decoded. */
  static final long MAX_PIXELS = 50_000_000;

  /**
   * Reads the header and refuses what must not reach a decoder.
   *
   * @throws UnreadablePhotoException if this is no photo of a known format, or too large a one, or
   *     if the file ends before its picture does
   */
  static PhotoHeader read(byte[] photo) throws UnreadablePhotoException {
    if (photo.length == 0) {
      throw new UnreadablePhotoException(PhotoFault.EMPTY, "no bytes");
    }
    if (photo.length > PhotoAnalyzer.MAX_BYTES) {
      throw new UnreadablePhotoException(PhotoFault.TOO_MANY_BYTES, photo.length + " bytes");
    }
    ByteReader file = new ByteReader(photo);
    PhotoFormat format = PhotoFormat.of(file);
    return switch (format) {
      case JPEG -> JpegFile.header(file);
      case PNG -> PngFile.header(file);
      case WEBP -> WebpFile.header(file);
      case GIF -> GifFile.header(file);
      case BMP -> BmpFile.header(file);
    };
  }

  /** Returns the header of a picture with these sides, which must be positive and not a bomb's. */
  static PhotoHeader of(PhotoFormat format, long width, long height)
      throws UnreadablePhotoException {
    if (width < 1 || height < 1) {
      throw new UnreadablePhotoException(
          PhotoFault.DAMAGED, format + " of " + width + " x " + height + " pixels");
    }
    // Each side alone is checked first: two sides of 32 bits overflow a long.
    if (width > MAX_PIXELS || height > MAX_PIXELS || width * height > MAX_PIXELS) {
      throw new UnreadablePhotoException(
          PhotoFault.TOO_MANY_PIXELS, format + " of " + width + " x " + height + " pixels");
    }
    return new PhotoHeader(format, (int) width, (int) height);
  }

  long pixels() {
    return (long) width * height;
  }

  int longSide() {
    return Math.max(width, height);
  }
}
