package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;

/** The headers of a Windows bitmap. */
final class BmpFile {
  private static final int INFO = 14;
  private static final int OS2_INFO_LENGTH = 12;
  private static final int UNCOMPRESSED = 0;

  private BmpFile() {}

  /** Reads the sides, and sees that the rows of an uncompressed bitmap are all there. */
  static PhotoHeader header(ByteReader file) throws UnreadablePhotoException {
    if (file.littleEndian32(INFO) == OS2_INFO_LENGTH) {
      return PhotoHeader.of(
          PhotoFormat.BMP, file.littleEndian16(INFO + 4), file.littleEndian16(INFO + 6));
    }
    long width = (int) file.littleEndian32(INFO + 4);
    // A negative height means that the first row is the top one.
    long height = Math.abs((long) (int) file.littleEndian32(INFO + 8));
    PhotoHeader header = PhotoHeader.of(PhotoFormat.BMP, width, height);
    int bitsPerPixel = file.littleEndian16(INFO + 14);
    if (bitsPerPixel < 1 || bitsPerPixel > 32) {
      throw new UnreadablePhotoException(
          PhotoFault.DAMAGED, "a BMP file of " + bitsPerPixel + " bits a pixel");
    }
    if (file.littleEndian32(INFO + 16) == UNCOMPRESSED) {
      long rowBytes = (width * bitsPerPixel + 31) / 32 * 4;
      file.require(file.littleEndian32(10), rowBytes * height);
    }
    return header;
  }
}
