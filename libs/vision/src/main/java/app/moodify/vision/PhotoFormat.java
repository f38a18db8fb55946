package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.util.List;
import java.util.Locale;

/** The formats Moodify reads, recognized by a file's first bytes and never by its name. */
enum PhotoFormat {
  JPEG,
  PNG,
  WEBP,
  GIF,
  BMP;

  /** How far into a text the {@code <svg} element is looked for. */
  private static final int SVG_WINDOW = 4096;

  private static final List<String> HEIC_BRANDS =
      List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");

  private static final List<String> OTHER_IMAGES =
      List.of(
          "II*\0", // TIFF, and many raw formats
          "MM\0*",
          "II+\0", // BigTIFF
          "MM\0+",
          "\u00ff\n", // JPEG XL
          "\0\0\0\fJXL ",
          "\0\0\0\fjP  ", // JPEG 2000
          "\u00ffO\u00ffQ",
          "8BPS", // Photoshop
          "\0\0\1\0", // icon
          "qoif");

  /** Names the format, or says which kind of file this is instead. */
  static PhotoFormat of(ByteReader file) throws UnreadablePhotoException {
    if (file.has(0, (byte) 0xff, (byte) 0xd8)) {
      return JPEG;
    }
    if (file.hasAscii(0, "\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (file.hasAscii(0, "RIFF") && file.hasAscii(8, "WEBP")) {
      return WEBP;
    }
    if (file.hasAscii(0, "GIF87a") || file.hasAscii(0, "GIF89a")) {
      return GIF;
    }
    if (isBmp(file)) {
      return BMP;
    }
    throw refusal(file);
  }

  /** "BM" alone may begin a text, so the size of the header that follows must be a known one. */
  private static boolean isBmp(ByteReader file) throws UnreadablePhotoException {
    if (!file.hasAscii(0, "BM") || file.length() < 18) {
      return false;
    }
    return List.of(12L, 40L, 52L, 56L, 64L, 108L, 124L).contains(file.littleEndian32(14));
  }

  private static UnreadablePhotoException refusal(ByteReader file) {
    if (file.hasAscii(4, "ftyp")) {
      String brands = file.ascii(8, 64);
      boolean avif = brands.contains("avif") || brands.contains("avis");
      boolean heic = HEIC_BRANDS.stream().anyMatch(brands::contains);
      if (avif) {
        return new UnreadablePhotoException(PhotoFault.FORMAT_UNSUPPORTED, "an AVIF file");
      }
      if (heic) {
        return new UnreadablePhotoException(PhotoFault.HEIC_UNSUPPORTED, "a HEIC file");
      }
    }
    if (OTHER_IMAGES.stream().anyMatch(magic -> file.hasAscii(0, magic))) {
      return new UnreadablePhotoException(
          PhotoFault.FORMAT_UNSUPPORTED, "an image of a format that is not read");
    }
    if (isSvg(file)) {
      return new UnreadablePhotoException(PhotoFault.SVG_UNSUPPORTED, "an SVG file");
    }
    return new UnreadablePhotoException(PhotoFault.NOT_AN_IMAGE, "no known image format");
  }

  /** Also true for an SVG in UTF-16, whose every second byte is zero. */
  private static boolean isSvg(ByteReader file) {
    String text = file.ascii(0, SVG_WINDOW).replace("\0", "").toLowerCase(Locale.ROOT);
    String start = text.replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\\s*", "");
    return start.startsWith("<svg")
        || (start.startsWith("<?xml") || start.startsWith("<!")) && start.contains("<svg");
  }
}
