package app.moodify.vision;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The blocks of a GIF file (GIF89a) up to the end of its first frame. What follows is not looked
 * at.
 */
final class GifFile {
  private static final int SCREEN = 13;
  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int IMAGE = 0x2c;
  private static final int TRAILER = 0x3b;

  /** Of a graphic control: how the frame is disposed of, and whether a user is waited for. */
  private static final int DISPOSAL_AND_INPUT = 0b1111_1110;

  /** A palette of its own, and interlaced rows. */
  private static final int IMAGE_FLAGS = 0b1100_0111;

  /**
   * @param control where the graphic control's flags are, or 0 if it has none
   * @param image where the image descriptor begins
   * @param end behind the last block
   */
  private record Frame(int control, int image, int end) {}

  /** Where a frame is on its canvas, in pixels. */
  record Place(int left, int top) {}

  private GifFile() {}

  /** Returns where the first frame is. */
  static Place placeOf(byte[] gif) throws UnreadablePhotoException {
    ByteReader file = new ByteReader(gif);
    int image = firstFrame(file).image();
    return new Place(file.littleEndian16(image + 1), file.littleEndian16(image + 3));
  }

  /**
   * Reads the sides as browsers do: a first frame that reaches over the canvas widens it, and one
   * without sides has those of the canvas.
   *
   * @throws UnreadablePhotoException if the file ends within the first frame
   */
  static PhotoHeader header(ByteReader file) throws UnreadablePhotoException {
    int image = firstFrame(file).image();
    long right = (long) file.littleEndian16(image + 1) + file.littleEndian16(image + 5);
    long bottom = (long) file.littleEndian16(image + 3) + file.littleEndian16(image + 7);
    return PhotoHeader.of(
        PhotoFormat.GIF,
        Math.max(file.littleEndian16(6), right),
        Math.max(file.littleEndian16(8), bottom));
  }

  /**
   * Returns a file of the first frame alone, of the sides that the header has.
   *
   * @param gif whose {@link #header} was read
   */
  static byte[] still(byte[] gif, PhotoHeader header) throws UnreadablePhotoException {
    ByteReader file = new ByteReader(gif);
    Frame frame = firstFrame(file);
    ByteArrayOutputStream still = new ByteArrayOutputStream(frame.end() + 1);
    still.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    writeShort(still, header.width());
    writeShort(still, header.height());
    still.write(file.unsigned8(10));
    // No colour of the background, and square pixels: what of the canvas is free stays free.
    still.write(0);
    still.write(0);
    still.write(gif, SCREEN, colours(file.unsigned8(10)));
    if (frame.control() > 0) {
      int flags = file.unsigned8(frame.control()) & ~DISPOSAL_AND_INPUT;
      still.writeBytes(new byte[] {EXTENSION, (byte) GRAPHIC_CONTROL, 4, (byte) flags, 0, 0});
      still.write(file.unsigned8(frame.control() + 3));
      still.write(0);
    }
    writeImage(still, file, frame, header);
    int palette = frame.image() + 10;
    still.write(gif, palette, frame.end() - palette);
    still.write(TRAILER);
    return still.toByteArray();
  }

  private static void writeImage(
      ByteArrayOutputStream still, ByteReader file, Frame frame, PhotoHeader header)
      throws UnreadablePhotoException {
    int image = frame.image();
    int width = file.littleEndian16(image + 5);
    int height = file.littleEndian16(image + 7);
    still.write(IMAGE);
    writeShort(still, file.littleEndian16(image + 1));
    writeShort(still, file.littleEndian16(image + 3));
    writeShort(still, width == 0 ? header.width() : width);
    writeShort(still, height == 0 ? header.height() : height);
    still.write(file.unsigned8(image + 9) & IMAGE_FLAGS);
  }

  private static Frame firstFrame(ByteReader file) throws UnreadablePhotoException {
    int at = SCREEN + colours(file.unsigned8(10));
    int control = 0;
    while (file.unsigned8(at) == EXTENSION) {
      if (file.unsigned8(at + 1) == GRAPHIC_CONTROL && file.unsigned8(at + 2) == 4) {
        control = at + 3;
      }
      at = afterBlocks(file, at + 2);
    }
    if (file.unsigned8(at) != IMAGE) {
      throw new UnreadablePhotoException(PhotoFault.DAMAGED, "a GIF file without a picture");
    }
    int data = at + 10 + colours(file.unsigned8(at + 9));
    return new Frame(control, at, afterBlocks(file, data + 1));
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

  private static void writeShort(ByteArrayOutputStream file, int value) {
    file.write(value);
    file.write(value >> 8);
  }
}
