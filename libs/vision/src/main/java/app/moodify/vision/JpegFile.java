package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The segments of a JPEG file (ITU-T T.81, annex B) up to the end of its first image. */
final class JpegFile {
  private static final int TEMPORARY = 0x01;
  private static final int FIRST_RESTART = 0xd0;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int JPEG_LS = 0xf7;
  private static final int FIRST_APPLICATION = 0xe0;
  private static final int EXIF = 0xe1;
  private static final int ADOBE = 0xee;
  private static final int LAST_APPLICATION = 0xef;
  private static final int COMMENT = 0xfe;

  /** A marker, its length and "Exif". */
  private static final int EXIF_DATA = 10;

  /** Cameras and browsers write one scan or about ten. */
  private static final int MAX_SCANS = 100;

  /** Cameras write some dozens; a profile or a panorama's data may take 160 of 64 kB. */
  private static final int MAX_SEGMENTS = 5_000;

  /**
   * How many samples all scans together may pass over. A scan may take 75 bytes of the file, and 34
   * ms for 49 megapixels, so that 100 of them took 3.8 s. What libjpeg writes for 49 megapixels in
   * full colour takes 690 million in ten scans.
   */
  private static final long MAX_SAMPLES = 1_000_000_000;

  /** A marker that is not in the midst of a scan, with its segment and, of a scan, its data. */
  private record Segment(int marker, int from, int end) {}

  /** Baseline, extended and progressive. No browser reads arithmetic code. */
  private static final Set<Integer> READ = Set.of(0xc0, 0xc1, 0xc2);

  private JpegFile() {}

  /**
   * Reads the sides from the frame header, and how much work the scans are.
   *
   * @throws UnreadablePhotoException if there is no frame, none that browsers read, or too much
   *     work
   */
  static PhotoHeader header(ByteReader file) throws UnreadablePhotoException {
    List<Segment> segments = segments(file);
    Segment frame =
        beforeScans(segments).stream()
            .filter(segment -> isFrame(segment.marker))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnreadablePhotoException(
                        PhotoFault.DAMAGED, "a JPEG file without a frame"));
    int at = frame.from;
    requireKind(frame.marker, file.unsigned8(at + 4));
    PhotoHeader header =
        PhotoHeader.of(PhotoFormat.JPEG, file.bigEndian16(at + 7), file.bigEndian16(at + 5));
    checkWork(file, header, frame, segments);
    return header;
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

  private static void checkWork(
      ByteReader file, PhotoHeader header, Segment frame, List<Segment> segments)
      throws UnreadablePhotoException {
    JpegComponents components = JpegComponents.read(file, frame.from + 9);
    double samples = 0;
    int scans = 0;
    for (Segment segment : segments) {
      if (segment.marker == START_OF_SCAN) {
        scans++;
        samples += header.pixels() * components.samplesPerPixel(file, segment.from + 4);
      }
    }
    if (scans > MAX_SCANS || samples > MAX_SAMPLES) {
      throw new UnreadablePhotoException(
          PhotoFault.TOO_COSTLY,
          "a JPEG file of %d scans over %.0f samples".formatted(scans, samples));
    }
  }

  /**
   * Returns the file with its first image and nothing else: profiles, previews, texts, and what
   * follows the image are dropped. Of what applications note, two things say what the colours mean,
   * and are written anew.
   *
   * @param jpeg whose {@link #header} was read
   */
  static byte[] still(byte[] jpeg) throws UnreadablePhotoException {
    ByteReader file = new ByteReader(jpeg);
    List<Segment> segments = segments(file);
    ByteArrayOutputStream still = new ByteArrayOutputStream(jpeg.length);
    still.write(jpeg, 0, 2);
    for (Segment segment : beforeScans(segments)) {
      if (segment.marker == FIRST_APPLICATION && file.hasAscii(segment.from + 4, "JFIF\0")) {
        write(still, FIRST_APPLICATION, "JFIF\0\1\1\0\0\1\0\1\0\0");
      }
      if (segment.marker == ADOBE && file.hasAscii(segment.from + 4, "Adobe")) {
        char transform = (char) file.unsigned8(segment.from + 15);
        write(still, ADOBE, "Adobe\0d\0\0\0\0" + transform);
      }
    }
    for (Segment segment : segments) {
      if (!isNote(segment.marker)) {
        still.write(jpeg, segment.from, segment.end - segment.from);
      }
    }
    return still.toByteArray();
  }

  /** Returns the orientation that the camera noted, {@link Exif#UPRIGHT} if none. */
  static int orientation(byte[] jpeg) throws UnreadablePhotoException {
    ByteReader file = new ByteReader(jpeg);
    Optional<Segment> exif =
        beforeScans(segments(file)).stream()
            .filter(segment -> segment.marker == EXIF)
            .filter(segment -> file.hasAscii(segment.from + 4, "Exif\0"))
            .findFirst();
    return exif.isEmpty()
        ? Exif.UPRIGHT
        : Exif.orientation(jpeg, exif.get().from + EXIF_DATA, exif.get().end);
  }

  private static void write(ByteArrayOutputStream file, int marker, String text) {
    file.write(0xff);
    file.write(marker);
    file.write(0);
    file.write(2 + text.length());
    text.chars().forEach(file::write);
  }

  /**
   * Steps from marker to marker as libjpeg does; what is missing at the end is the decoder's to
   * tell.
   */
  private static List<Segment> segments(ByteReader file) throws UnreadablePhotoException {
    List<Segment> segments = new ArrayList<>();
    int at = nextMarker(file, 2);
    while (at < file.length()) {
      int marker = file.unsigned8(at + 1);
      int end = at + 2;
      if (marker != END_OF_IMAGE) {
        end = Math.min(file.length(), end + Math.max(2, file.bigEndian16(end)));
      }
      int next = nextMarker(file, end);
      segments.add(new Segment(marker, at, marker == START_OF_SCAN ? next : end));
      if (marker == END_OF_IMAGE) {
        return segments;
      }
      if (segments.size() > MAX_SEGMENTS) {
        throw new UnreadablePhotoException(
            PhotoFault.TOO_COSTLY, "a JPEG file of more than " + MAX_SEGMENTS + " segments");
      }
      at = next;
    }
    return segments;
  }

  /**
   * Returns where the next marker is that a segment follows, or that ends the image; the file's
   * length if there is none. Within a scan, 0xff is followed by a zero or a restart; before a
   * marker it may be doubled; any other bytes are skipped, as libjpeg does.
   */
  private static int nextMarker(ByteReader file, int from) throws UnreadablePhotoException {
    int at = file.indexOf((byte) 0xff, from);
    while (at + 1 < file.length()) {
      int marker = file.unsigned8(at + 1);
      boolean standsAlone = marker <= TEMPORARY || marker >= FIRST_RESTART && marker < END_OF_IMAGE;
      if (marker != 0xff && !standsAlone) {
        return at;
      }
      at = file.indexOf((byte) 0xff, at + 1);
    }
    return file.length();
  }

  private static List<Segment> beforeScans(List<Segment> segments) {
    return segments.stream()
        .takeWhile(segment -> segment.marker != START_OF_SCAN && segment.marker != END_OF_IMAGE)
        .toList();
  }

  /** SOF0 to SOF15, but for DHT, JPG and DAC, which lie among them; and that of JPEG-LS. */
  private static boolean isFrame(int marker) {
    boolean isAmongThem = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
    return marker >= 0xc0 && marker <= 0xcf && !isAmongThem || marker == JPEG_LS;
  }

  private static boolean isNote(int marker) {
    return marker == COMMENT || marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION;
  }
}
