package app.moodify.vision;

import java.util.ArrayList;
import java.util.List;

/** The first box of a file in the ISO base media file format (ISO/IEC 14496-12, section 4.3). */
final class IsoMediaFile {
  private static final String TYPE = "ftyp";
  private static final int MAJOR_BRAND = 8;
  private static final int OTHER_BRANDS = 16;
  private static final int BRAND = 4;

  /** Writers name ten at most. */
  private static final int MAX_BRANDS = 64;

  private IsoMediaFile() {}

  /** Returns what the file says that it is, the most fitting first; nothing of another file. */
  static List<String> brands(ByteReader file) {
    if (!file.hasAscii(MAJOR_BRAND - BRAND, TYPE)) {
      return List.of();
    }
    List<String> brands = new ArrayList<>();
    brands.add(file.ascii(MAJOR_BRAND, BRAND));
    long end = Math.min(boxLength(file), OTHER_BRANDS + BRAND * MAX_BRANDS);
    for (int at = OTHER_BRANDS; at + BRAND <= end; at += BRAND) {
      brands.add(file.ascii(at, BRAND));
    }
    return brands;
  }

  private static long boxLength(ByteReader file) {
    long length = 0;
    for (char digit : file.ascii(0, BRAND).toCharArray()) {
      length = length << 8 | digit;
    }
    return length;
  }
}
