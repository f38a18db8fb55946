package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG file (W3C PNG, section 5). */
final class PngFile {
  private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  /** A chunk's length, type and checksum. */
  private static final int CHUNK_FRAME = 12;

  private static final int HEADER_LENGTH = 13;
  private static final int PALETTE = 3;
  private static final int MAX_PALETTE_BYTES = 3 * 256;

  /** By colour type, the bits of a sample (W3C PNG, table 11.1). */
  private static final Map<Integer, Set<Integer>> DEPTHS =
      Map.of(
          0,
          Set.of(1, 2, 4, 8, 16),
          2,
          Set.of(8, 16),
          PALETTE,
          Set.of(1, 2, 4, 8),
          4,
          Set.of(8, 16),
          6,
          Set.of(8, 16));

  /** By colour type, the samples of a pixel. */
  private static final Map<Integer, Integer> SAMPLES = Map.of(0, 1, 2, 3, PALETTE, 1, 4, 2, 6, 4);

  private static final String EXIF = "eXIf";

  /** What one still picture needs: its colours, its transparency, and which side is up. */
  private static final Set<String> OF_A_STILL_PICTURE = Set.of("PLTE", "tRNS", EXIF);

  /**
   * Four bytes for each of fifty megapixels. 49 megapixels of 16 bits and with alpha, interlaced,
   * took 2.3 s; with 8 bits 1.8 s.
   */
  private static final long MAX_UNPACKED = 4 * PhotoHeader.MAX_PIXELS;

  /** Ten megabytes in pieces of 8 kB, as libpng writes them, are 1,300. */
  private static final int MAX_CHUNKS = 100_000;

  private record Chunk(String type, int data, int length) {}

  private PngFile() {}

  /**
   * Reads IHDR and sees that every chunk of the picture is there.
   *
   * @throws UnreadablePhotoException if something is missing, or if it unpacks to too much
   */
  static PhotoHeader header(ByteReader file) throws UnreadablePhotoException {
    int data = SIGNATURE.length() + 8;
    file.require(SIGNATURE.length(), CHUNK_FRAME + HEADER_LENGTH);
    if (!file.hasAscii(SIGNATURE.length(), "\0\0\0\rIHDR")) {
      throw damaged("without IHDR");
    }
    PhotoHeader header =
        PhotoHeader.of(PhotoFormat.PNG, file.bigEndian32(data), file.bigEndian32(data + 4));
    Set<Integer> depths = DEPTHS.getOrDefault(file.unsigned8(data + 9), Set.of());
    boolean isKnown =
        depths.contains(file.unsigned8(data + 8))
            && file.unsigned8(data + 10) == 0
            && file.unsigned8(data + 11) == 0
            && file.unsigned8(data + 12) <= 1;
    if (!isKnown) {
      throw damaged("of a kind that there is not");
    }
    checkWork(header, file.unsigned8(data + 8) * SAMPLES.get(file.unsigned8(data + 9)));
    List<Chunk> chunks = chunks(file);
    boolean hasPalette = chunks.stream().anyMatch(chunk -> chunk.type().equals("PLTE"));
    if (file.unsigned8(data + 9) == PALETTE && !hasPalette) {
      throw damaged("without its palette");
    }
    return header;
  }

  private static void checkWork(PhotoHeader header, int bitsPerPixel)
      throws UnreadablePhotoException {
    long unpacked = ((long) header.width() * bitsPerPixel + 7) / 8 * header.height();
    if (unpacked > MAX_UNPACKED) {
      throw new UnreadablePhotoException(
          PhotoFault.TOO_COSTLY, "a PNG file that unpacks to " + unpacked + " bytes");
    }
  }

  /** Returns the orientation that the camera noted, {@link Exif#UPRIGHT} if none. */
  static int orientation(byte[] png) throws UnreadablePhotoException {
    return chunks(new ByteReader(png)).stream()
        .filter(chunk -> chunk.type.equals(EXIF))
        .findFirst()
        .map(chunk -> Exif.orientation(png, chunk.data, chunk.data + chunk.length))
        .orElse(Exif.UPRIGHT);
  }

  /**
   * Returns the file with its one still picture and nothing else. An animation, profiles and texts
   * are dropped: OpenCV's reading of animations writes outside its memory with some files.
   * Checksums are made anew and the end is added, for browsers read a picture whose checksum or end
   * is wrong.
   *
   * @param png whose {@link #header} was read
   */
  static byte[] still(byte[] png) throws UnreadablePhotoException {
    ByteArrayOutputStream still = new ByteArrayOutputStream(png.length);
    still.writeBytes(SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
    write(still, "IHDR", png, SIGNATURE.length() + 8, HEADER_LENGTH);
    for (Chunk chunk : chunks(new ByteReader(png))) {
      if (!chunk.type.equals(EXIF)) {
        write(still, chunk.type(), png, chunk.data(), chunk.length());
      }
    }
    write(still, "IEND", png, 0, 0);
    return still.toByteArray();
  }

  /** Returns the chunks of the still picture, in their order; behind its data nothing is needed. */
  private static List<Chunk> chunks(ByteReader file) throws UnreadablePhotoException {
    List<Chunk> chunks = new ArrayList<>();
    boolean hasData = false;
    int at = SIGNATURE.length() + CHUNK_FRAME + HEADER_LENGTH;
    while (true) {
      boolean isData = file.hasAscii(at + 4, "IDAT");
      if (hasData && !isData) {
        return chunks;
      }
      file.require(at, CHUNK_FRAME);
      String type = file.ascii(at + 4, 4);
      long length = file.bigEndian32(at);
      file.require(at + 8L, length);
      check(type, length);
      if (isData || OF_A_STILL_PICTURE.contains(type)) {
        chunks.add(new Chunk(type, at + 8, (int) length));
      }
      if (chunks.size() > MAX_CHUNKS) {
        throw new UnreadablePhotoException(
            PhotoFault.TOO_COSTLY, "a PNG file of more than " + MAX_CHUNKS + " chunks");
      }
      hasData |= isData;
      at += CHUNK_FRAME + (int) length;
    }
  }

  private static void check(String type, long length) throws UnreadablePhotoException {
    boolean isOfPalette = type.equals("PLTE");
    if (isOfPalette && (length % 3 != 0 || length < 3 || length > MAX_PALETTE_BYTES)) {
      throw damaged("with a palette of " + length + " bytes");
    }
    // An upper-case letter first: what cannot be left out.
    boolean isCritical = Character.isUpperCase(type.charAt(0));
    if (isCritical && !isOfPalette && !type.equals("IDAT")) {
      throw damaged("with a chunk that there is not before its picture");
    }
  }

  private static void write(
      ByteArrayOutputStream file, String type, byte[] from, int data, int length) {
    CRC32 checksum = new CRC32();
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    checksum.update(name);
    checksum.update(from, data, length);
    file.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    file.writeBytes(name);
    file.write(from, data, length);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }

  private static UnreadablePhotoException damaged(String how) {
    return new UnreadablePhotoException(PhotoFault.DAMAGED, "a PNG file " + how);
  }
}
