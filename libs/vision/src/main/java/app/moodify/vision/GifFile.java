package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;

/** The blocks of a GIF file (GIF89a). */
final class GifFile {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;

  private GifFile() {}

  /**
   * Reads the sides of the canvas, and refuses a first frame that reaches over it: its sides are
   * named apart, so it could be a bomb behind a small canvas.
   */
  static PhotoHeader header(ByteReader file) throws UnreadablePhotoException {
    PhotoHeader canvas =
        PhotoHeader.of(PhotoFormat.GIF, file.littleEndian16(6), file.littleEndian16(8));
    int at = 13 + colours(file.unsigned8(10));
    file.require(at, 1);
    while (file.unsigned8(at) == EXTENSION) {
      at = afterBlocks(file, at + 2);
    }
    if (file.unsigned8(at) != IMAGE) {
      throw new UnreadablePhotoException(PhotoFault.DAMAGED, "a GIF file without a picture");
    }
    long right = (long) file.littleEndian16(at + 1) + file.littleEndian16(at + 5);
    long bottom = (long) file.littleEndian16(at + 3) + file.littleEndian16(at + 7);
    if (right > canvas.width() || bottom > canvas.height()) {
      throw new UnreadablePhotoException(PhotoFault.DAMAGED, "a GIF frame over the canvas' edge");
    }
    afterBlocks(file, at + 10 + colours(file.unsigned8(at + 9)) + 1);
    return canvas;
  }

  /** Returns the length of the colour table that these flags announce. */
  private static int colours(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
  }

  private static int afterBlocks(ByteReader file, int first) throws UnreadablePhotoException {
    int at = first;
    while (file.unsigned8(at) != 0) {
      at += 1 + file.unsigned8(at);
    }
    return at + 1;
  }
}
