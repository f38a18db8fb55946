package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;

/** The chunks of a PNG file (W3C PNG, section 5). */
final class PngFile {
  private static final int SIGNATURE = 8;
  private static final int CHUNK_FRAME = 12;

  private PngFile() {}

  /** Reads IHDR and sees that every chunk up to IEND is there. */
  static PhotoHeader header(ByteReader file) throws UnreadablePhotoException {
    file.require(SIGNATURE, CHUNK_FRAME + 13);
    if (!file.hasAscii(SIGNATURE + 4, "IHDR")) {
      throw new UnreadablePhotoException(PhotoFault.DAMAGED, "a PNG file without IHDR");
    }
    PhotoHeader header =
        PhotoHeader.of(
            PhotoFormat.PNG, file.bigEndian32(SIGNATURE + 8), file.bigEndian32(SIGNATURE + 12));
    int at = SIGNATURE;
    while (!file.hasAscii(at + 4, "IEND")) {
      long next = at + CHUNK_FRAME + file.bigEndian32(at);
      file.require(next, CHUNK_FRAME);
      at = (int) next;
    }
    return header;
  }
}
