package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The headers of a Windows bitmap (BITMAPINFOHEADER and its older and newer kinds). */
final class BmpFile {
  private static final int INFO = 14;
  private static final int OS2_INFO_LENGTH = 12;
  private static final int OS2_LONG_INFO_LENGTH = 64;

  /** In the first header as well as in the longer ones, masks stand behind its 40 bytes. */
  private static final int MASKS = INFO + 40;

  private static final int UNCOMPRESSED = 0;
  private static final int BIT_FIELDS = 3;
  private static final int ALPHA_BIT_FIELDS = 6;

  /** By compression, the bits of a pixel. */
  private static final Map<Integer, Set<Integer>> READ =
      Map.of(
          UNCOMPRESSED,
          Set.of(1, 4, 8, 16, 24, 32),
          1, // in runs
          Set.of(8),
          2,
          Set.of(4),
          BIT_FIELDS,
          Set.of(16, 32),
          ALPHA_BIT_FIELDS,
          Set.of(16, 32));

  private static final int MAX_BITS = 64;

  /** JPEG, PNG and CMYK among them. */
  private static final int MAX_COMPRESSION = 13;

  /**
   * How pixels of 16 or 32 bits are laid out.
   *
   * @param first where the row that is stored first begins; the file holds all of them
   * @param rowBytes of which the last ones may be padding
   * @param topDown whether that row is the top one
   * @param blue the bits of a pixel that are its blue
   */
  record Fields(
      int bits, int first, int rowBytes, boolean topDown, long blue, long green, long red) {}

  private BmpFile() {}

  /**
   * Reads the sides, and sees that the rows of a bitmap that is not compressed are all there.
   *
   * @throws UnreadablePhotoException if they are not, or if it is a kind of bitmap that is not read
   */
  static PhotoHeader header(ByteReader file) throws UnreadablePhotoException {
    if (file.littleEndian32(INFO) == OS2_INFO_LENGTH) {
      return PhotoHeader.of(
          PhotoFormat.BMP, file.littleEndian16(INFO + 4), file.littleEndian16(INFO + 6));
    }
    long width = (int) file.littleEndian32(INFO + 4);
    // A negative height means that the first row is the top one.
    long height = Math.abs((long) (int) file.littleEndian32(INFO + 8));
    PhotoHeader header = PhotoHeader.of(PhotoFormat.BMP, width, height);
    int bits = file.littleEndian16(INFO + 14);
    long compression = file.littleEndian32(INFO + 16);
    requireKind(file, compression, bits);
    if (compression == UNCOMPRESSED || isFields(compression)) {
      file.require(file.littleEndian32(10), rowBytes(width, bits) * height);
    }
    return header;
  }

  /**
   * Returns how pixels of 16 or 32 bits are laid out; nothing for a bitmap of other pixels.
   *
   * @param header of this file
   */
  static Optional<Fields> fields(ByteReader file, PhotoHeader header)
      throws UnreadablePhotoException {
    if (file.littleEndian32(INFO) == OS2_INFO_LENGTH) {
      return Optional.empty();
    }
    int bits = file.littleEndian16(INFO + 14);
    if (bits != 16 && bits != 32) {
      return Optional.empty();
    }
    boolean has = isFields(file.littleEndian32(INFO + 16));
    boolean isShort = bits == 16;
    return Optional.of(
        new Fields(
            bits,
            (int) file.littleEndian32(10),
            (int) rowBytes(header.width(), bits),
            (int) file.littleEndian32(INFO + 8) < 0,
            has ? mask(file, MASKS + 8) : isShort ? 0x1f : 0xff,
            has ? mask(file, MASKS + 4) : isShort ? 0x3e0 : 0xff00,
            has ? mask(file, MASKS) : isShort ? 0x7c00 : 0xff0000));
  }

  private static void requireKind(ByteReader file, long compression, int bits)
      throws UnreadablePhotoException {
    // There, the same numbers stand for other compressions.
    boolean isOs2 = file.littleEndian32(INFO) == OS2_LONG_INFO_LENGTH;
    boolean isRead = READ.getOrDefault((int) compression, Set.of()).contains(bits);
    if (isRead && !(isOs2 && compression >= BIT_FIELDS)) {
      return;
    }
    boolean isKnown = compression <= MAX_COMPRESSION && bits <= MAX_BITS;
    throw new UnreadablePhotoException(
        isKnown ? PhotoFault.FORMAT_UNSUPPORTED : PhotoFault.DAMAGED,
        "a BMP file of " + bits + " bits a pixel and compression " + compression);
  }

  private static long mask(ByteReader file, int at) throws UnreadablePhotoException {
    long mask = file.littleEndian32(at);
    long ones = mask >> Long.numberOfTrailingZeros(mask);
    if ((ones & ones + 1) != 0) {
      throw new UnreadablePhotoException(
          PhotoFault.DAMAGED, "a BMP file whose colours have gaps: " + Long.toHexString(mask));
    }
    return mask;
  }

  private static boolean isFields(long compression) {
    return compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS;
  }

  private static long rowBytes(long width, int bits) {
    return (width * bits + 31) / 32 * 4;
  }
}
