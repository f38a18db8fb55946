package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.util.Set;

/** The markers of a JPEG file (ITU-T T.81, annex B). */
final class JpegFile {
  private static final int TEMPORARY = 0x01;
  private static final int FIRST_RESTART = 0xd0;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int JPEG_LS = 0xf7;

  /**
   * Cameras and browsers write one scan or about ten. A scan may take 75 bytes of the file and
   * passes over the whole picture, which are 4 ms for 49 megapixels: 10 MB could hold nine minutes
   * of work.
   */
  private static final int MAX_SCANS = 100;

  /** Baseline, extended and progressive, in Huffman or in arithmetic code. */
  private static final Set<Integer> READ = Set.of(0xc0, 0xc1, 0xc2, 0xc9, 0xca);

  private JpegFile() {}

  /**
   * Walks the segments up to the start of frame, which names the sides, and counts the scans behind
   * it.
   *
   * @throws UnreadablePhotoException if there is no frame, if it is of a kind that is not read, or
   *     if there are too many scans
   */
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
        requireKind(marker, file.unsigned8(at + 2));
        PhotoHeader header =
            PhotoHeader.of(PhotoFormat.JPEG, file.bigEndian16(at + 5), file.bigEndian16(at + 3));
        countScans(file, at + file.bigEndian16(at));
        return header;
      }
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        throw new UnreadablePhotoException(PhotoFault.DAMAGED, "a JPEG file without a frame");
      }
      if (!standsAlone(marker)) {
        at += Math.max(2, file.bigEndian16(at));
      }
    }
  }

  /**
   * Fails with what medical and printing programs write and no browser shows: it is not damaged.
   */
  private static void requireKind(int frame, int bits) throws UnreadablePhotoException {
    if (!READ.contains(frame) || bits != 8) {
      throw new UnreadablePhotoException(
          PhotoFault.FORMAT_UNSUPPORTED,
          "a JPEG file of " + bits + " bits with the frame " + Integer.toHexString(frame));
    }
  }

  /**
   * Steps from marker to marker as libjpeg does; what is missing at the end is the decoder's to
   * tell.
   */
  private static void countScans(ByteReader file, int first) throws UnreadablePhotoException {
    int at = first;
    int scans = 0;
    while (at + 3 < file.length()) {
      int marker = file.unsigned8(at) == 0xff ? file.unsigned8(at + 1) : 0;
      if (marker == END_OF_IMAGE) {
        return;
      }
      if (marker == START_OF_SCAN && ++scans > MAX_SCANS) {
        throw new UnreadablePhotoException(
            PhotoFault.TOO_COSTLY, "a JPEG file of more than " + MAX_SCANS + " scans");
      }
      // Within a scan, 0xff is followed by a zero or a restart; before a marker it may be doubled.
      boolean isSegment = marker != 0xff && !standsAlone(marker);
      at += isSegment ? 2 + Math.max(2, file.bigEndian16(at + 2)) : 1;
    }
  }

  /** Whether a marker has no segment: nothing follows that says how long it is. */
  private static boolean standsAlone(int marker) {
    return marker <= TEMPORARY || marker >= FIRST_RESTART && marker < END_OF_IMAGE;
  }

  /** SOF0 to SOF15, but for DHT, JPG and DAC, which lie among them; and that of JPEG-LS. */
  private static boolean isFrame(int marker) {
    boolean isAmongThem = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
    return marker >= 0xc0 && marker <= 0xcf && !isAmongThem || marker == JPEG_LS;
  }
}
