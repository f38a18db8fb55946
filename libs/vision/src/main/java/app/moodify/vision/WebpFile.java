package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chunks of a WebP file (RFC 9649). */
final class WebpFile {
  private static final int RIFF_HEADER = 8;
  private static final int FIRST_CHUNK = 12;

  /** A chunk's type and length. */
  private static final int CHUNK_HEADER = 8;

  /** What a frame of an animation says before its picture. */
  private static final int FRAME_HEADER = 16;

  /** Five or so, and one for each frame of an animation. */
  private static final int MAX_CHUNKS = 10_000;

  private record Chunk(String type, int data, int length) {}

  /**
   * The first picture of a file, and where it is on its canvas, in pixels.
   *
   * @param chunk with the picture, a VP8 or VP8L bitstream
   */
  private record Picture(Chunk chunk, int left, int top, int width, int height) {}

  private WebpFile() {}

  /**
   * Reads the sides, and sees that the file is as long as it says and that its first picture lies
   * within its canvas.
   */
  static PhotoHeader header(ByteReader file) throws UnreadablePhotoException {
    Picture picture = picture(file);
    if (!file.hasAscii(FIRST_CHUNK, "VP8X")) {
      return PhotoHeader.of(PhotoFormat.WEBP, picture.width, picture.height);
    }
    int data = FIRST_CHUNK + CHUNK_HEADER;
    PhotoHeader canvas =
        PhotoHeader.of(
            PhotoFormat.WEBP,
            1L + file.littleEndian24(data + 4),
            1L + file.littleEndian24(data + 7));
    if (picture.left + picture.width > canvas.width()
        || picture.top + picture.height > canvas.height()) {
      throw damaged("whose picture is larger than its canvas");
    }
    return canvas;
  }

  /**
   * Returns a file with the first picture and nothing else: an animation's other frames, alpha,
   * profiles and texts are dropped.
   *
   * @param webp whose {@link #header} was read
   */
  static byte[] still(byte[] webp) throws UnreadablePhotoException {
    Chunk picture = picture(new ByteReader(webp)).chunk;
    int padded = picture.length + picture.length % 2;
    ByteBuffer file = ByteBuffer.allocate(FIRST_CHUNK + CHUNK_HEADER + padded);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(file.capacity() - RIFF_HEADER).put(ascii("WEBP"));
    file.put(ascii(picture.type)).putInt(picture.length);
    file.put(webp, picture.data, picture.length);
    return file.array();
  }

  /** Returns where the first picture's left edge is on its canvas. */
  static int left(byte[] webp) throws UnreadablePhotoException {
    return picture(new ByteReader(webp)).left;
  }

  /** Returns where the first picture's upper edge is on its canvas. */
  static int top(byte[] webp) throws UnreadablePhotoException {
    return picture(new ByteReader(webp)).top;
  }

  /** Returns the orientation that the camera noted, {@link Exif#UPRIGHT} if none. */
  static int orientation(byte[] webp) throws UnreadablePhotoException {
    ByteReader file = new ByteReader(webp);
    Optional<Chunk> exif =
        chunks(file, FIRST_CHUNK, end(file)).stream()
            .filter(chunk -> chunk.type.equals("EXIF"))
            .findFirst();
    if (exif.isEmpty()) {
      return Exif.UPRIGHT;
    }
    int data = exif.get().data;
    // Some programs put what precedes the same data in a JPEG file.
    int tiff = file.hasAscii(data, "Exif\0\0") ? data + 6 : data;
    return Exif.orientation(webp, tiff, data + exif.get().length);
  }

  private static Picture picture(ByteReader file) throws UnreadablePhotoException {
    for (Chunk chunk : chunks(file, FIRST_CHUNK, end(file))) {
      if (isPicture(chunk)) {
        return picture(file, chunk, 0, 0);
      }
      if (chunk.type.equals("ANMF")) {
        return firstFrame(file, chunk);
      }
    }
    throw damaged("without a picture");
  }

  private static Picture firstFrame(ByteReader file, Chunk frame) throws UnreadablePhotoException {
    int from = frame.data + FRAME_HEADER;
    for (Chunk chunk : chunks(file, from, frame.data + frame.length)) {
      if (isPicture(chunk)) {
        // Places are even numbers, and stored as their halves.
        return picture(
            file,
            chunk,
            2 * file.littleEndian24(frame.data),
            2 * file.littleEndian24(frame.data + 3));
      }
    }
    throw damaged("without a picture in its first frame");
  }

  private static boolean isPicture(Chunk chunk) {
    return chunk.type.equals("VP8 ") || chunk.type.equals("VP8L");
  }

  private static Picture picture(ByteReader file, Chunk chunk, int left, int top)
      throws UnreadablePhotoException {
    int data = chunk.data;
    if (chunk.type.equals("VP8L") && file.unsigned8(data) == 0x2f) {
      long bits = file.littleEndian32(data + 1);
      return new Picture(
          chunk, left, top, (int) (1 + (bits & 0x3fff)), (int) (1 + (bits >> 14 & 0x3fff)));
    }
    if (chunk.type.equals("VP8 ") && file.hasAscii(data + 3, "\u009d\u0001*")) {
      return new Picture(
          chunk,
          left,
          top,
          file.littleEndian16(data + 6) & 0x3fff,
          file.littleEndian16(data + 8) & 0x3fff);
    }
    throw damaged("without a picture");
  }

  private static int end(ByteReader file) throws UnreadablePhotoException {
    long length = file.littleEndian32(4);
    file.require(RIFF_HEADER, length);
    return RIFF_HEADER + (int) length;
  }

  /** Returns the chunks from a place on, all of them whole; a bit after the last is no chunk. */
  private static List<Chunk> chunks(ByteReader file, int from, int end)
      throws UnreadablePhotoException {
    List<Chunk> chunks = new ArrayList<>();
    int at = from;
    while (at + CHUNK_HEADER <= end) {
      long length = file.littleEndian32(at + 4);
      if (at + CHUNK_HEADER + length > end) {
        throw damaged("that ends within a chunk");
      }
      chunks.add(new Chunk(file.ascii(at, 4), at + CHUNK_HEADER, (int) length));
      if (chunks.size() > MAX_CHUNKS) {
        throw new UnreadablePhotoException(
            PhotoFault.TOO_COSTLY, "a WebP file of more than " + MAX_CHUNKS + " chunks");
      }
      at += CHUNK_HEADER + (int) (length + length % 2);
    }
    return chunks;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static UnreadablePhotoException damaged(String how) {
    return new UnreadablePhotoException(PhotoFault.DAMAGED, "a WebP file " + how);
  }
}
