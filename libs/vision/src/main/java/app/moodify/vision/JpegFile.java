package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;

/** The markers of a JPEG file (ITU-T T.81, annex B). */
final class JpegFile {
  private static final int TEMPORARY = 0x01;
  private static final int FIRST_RESTART = 0xd0;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;

  private JpegFile() {}

  /** Walks the segments up to the start of frame, which names the sides. */
  static PhotoHeader header(ByteReader file) throws UnreadablePhotoException {
    int at = 2;
    while (true) {
      // Any bytes between two segments are skipped, as libjpeg does.
      while (file.unsigned8(at) != 0xff) {
        at++;
      }
      while (file.unsigned8(at) == 0xff) {
        at++;
      }
      int marker = file.unsigned8(at++);
      if (isFrame(marker)) {
        return PhotoHeader.of(PhotoFormat.JPEG, file.bigEndian16(at + 5), file.bigEndian16(at + 3));
      }
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        throw new UnreadablePhotoException(PhotoFault.DAMAGED, "a JPEG file without a frame");
      }
      boolean alone = marker <= TEMPORARY || marker >= FIRST_RESTART && marker < END_OF_IMAGE;
      if (!alone) {
        at += Math.max(2, file.bigEndian16(at));
      }
    }
  }

  /** SOF0 to SOF15, but for DHT, JPG and DAC, which lie among them. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }
}
