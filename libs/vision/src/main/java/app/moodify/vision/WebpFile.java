package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;

/** The chunks of a WebP file (RFC 9649). */
final class WebpFile {
  private static final int RIFF_HEADER = 8;
  private static final int FIRST_CHUNK = 12;

  private WebpFile() {}

  /** Reads the sides from the first chunk, and sees that the file is as long as it says. */
  static PhotoHeader header(ByteReader file) throws UnreadablePhotoException {
    file.require(RIFF_HEADER, file.littleEndian32(4));
    int data = FIRST_CHUNK + 8;
    if (file.hasAscii(FIRST_CHUNK, "VP8X")) {
      return PhotoHeader.of(
          PhotoFormat.WEBP, 1L + file.littleEndian24(data + 4), 1L + file.littleEndian24(data + 7));
    }
    if (file.hasAscii(FIRST_CHUNK, "VP8L") && file.unsigned8(data) == 0x2f) {
      long bits = file.littleEndian32(data + 1);
      return PhotoHeader.of(PhotoFormat.WEBP, 1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff));
    }
    if (file.hasAscii(FIRST_CHUNK, "VP8 ") && file.hasAscii(data + 3, "\u009d\u0001*")) {
      return PhotoHeader.of(
          PhotoFormat.WEBP,
          file.littleEndian16(data + 6) & 0x3fff,
          file.littleEndian16(data + 8) & 0x3fff);
    }
    throw new UnreadablePhotoException(PhotoFault.DAMAGED, "a WebP file without a picture");
  }
}
