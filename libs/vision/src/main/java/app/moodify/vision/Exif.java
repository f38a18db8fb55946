package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.transpose;

import app.moodify.core.photo.UnreadablePhotoException;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;

/** The one thing that is read of what a camera notes (EXIF 2.3): which side is up. */
final class Exif {
  /** The orientation of a picture that is stored as it is seen. */
  static final int UPRIGHT = 1;

  private static final int LAST_ORIENTATION = 8;
  private static final int FIRST_CROSSWISE = 5;
  private static final int ORIENTATION = 0x112;
  private static final int SHORT = 3;
  private static final int ENTRY_LENGTH = 12;

  private Exif() {}

  /**
   * Reads the orientation from a TIFF structure.
   *
   * @param file that holds it
   * @param from where it begins
   * @param end behind its last byte
   * @return 1 to 8; {@link #UPRIGHT} if it says nothing or is damaged
   */
  static int orientation(byte[] file, int from, int end) {
    try {
      return orientation(new ByteReader(Arrays.copyOfRange(file, Math.min(from, end), end)));
    } catch (UnreadablePhotoException damaged) {
      return UPRIGHT;
    }
  }

  private static int orientation(ByteReader tiff) throws UnreadablePhotoException {
    boolean big = tiff.hasAscii(0, "MM\0*");
    if (!big && !tiff.hasAscii(0, "II*\0")) {
      return UPRIGHT;
    }
    long directory = big ? tiff.bigEndian32(4) : tiff.littleEndian32(4);
    tiff.require(directory, 2);
    int at = (int) directory;
    int entries = big ? tiff.bigEndian16(at) : tiff.littleEndian16(at);
    for (at += 2; entries > 0; entries--, at += ENTRY_LENGTH) {
      int tag = big ? tiff.bigEndian16(at) : tiff.littleEndian16(at);
      int type = big ? tiff.bigEndian16(at + 2) : tiff.littleEndian16(at + 2);
      if (tag == ORIENTATION && type == SHORT) {
        int value = big ? tiff.bigEndian16(at + 8) : tiff.littleEndian16(at + 8);
        return value <= LAST_ORIENTATION ? Math.max(UPRIGHT, value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** Returns whether the sides of a picture change places when it is turned upright. */
  static boolean isCrosswise(int orientation) {
    return orientation >= FIRST_CROSSWISE;
  }

  /** Returns the upright picture; closes the one that is given if that is another. */
  static Mat upright(Mat stored, int orientation) {
    if (orientation == UPRIGHT) {
      return stored;
    }
    Mat upright = new Mat();
    try (stored) {
      switch (orientation) {
        case 2 -> flip(stored, upright, 1);
        case 3 -> rotate(stored, upright, ROTATE_180);
        case 4 -> flip(stored, upright, 0);
        case 5 -> transpose(stored, upright);
        case 6 -> rotate(stored, upright, ROTATE_90_CLOCKWISE);
        case 7 -> {
          transpose(stored, upright);
          flip(upright, upright, -1);
        }
        default -> rotate(stored, upright, ROTATE_90_COUNTERCLOCKWISE);
      }
      return upright;
    }
  }
}
