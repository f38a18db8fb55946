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

  /** Of a graphic control's flags, the one that says that a colour is transparent. */
  private static final int IS_TRANSPARENT = 1;

  /** A palette of its own, and interlaced rows. */
  private static final int IMAGE_FLAGS = 0b1100_0111;

  /**
   * A frame, and where it is on its canvas, in pixels.
   *
   * @param control where the graphic control's flags are, or 0 if it has none
   * @param image where the image descriptor begins
   * @param end behind the last block
   */
  record Frame(int control, int image, int end, int left, int top, int width, int height) {}

  private GifFile() {}

  /**
   * Reads the sides as browsers do: a first frame that reaches over the canvas widens it, and one
   * without sides has those of the canvas.
   *
   * @throws UnreadablePhotoException if the file ends within the first frame
   */
  static PhotoHeader header(ByteReader file) throws UnreadablePhotoException {
    Frame frame = firstFrame(file);
    return PhotoHeader.of(
        PhotoFormat.GIF,
        Math.max(file.littleEndian16(6), frame.left() + frame.width()),
        Math.max(file.littleEndian16(8), frame.top() + frame.height()));
  }

  /**
   * Returns a file of one frame and nothing else, which is all of its canvas.
   *
   * @param frame of this file
   */
  static byte[] still(byte[] gif, Frame frame) throws UnreadablePhotoException {
    ByteReader file = new ByteReader(gif);
    ByteArrayOutputStream still = new ByteArrayOutputStream(frame.end() + 1);
    still.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    writeShorts(still, frame.width(), frame.height());
    // The palette's length; then neither a colour of the background nor pixels that are no squares.
    still.writeBytes(new byte[] {gif[10], 0, 0});
    still.write(gif, SCREEN, colours(file.unsigned8(10)));
    if (frame.control() > 0) {
      byte flags = (byte) (file.unsigned8(frame.control()) & IS_TRANSPARENT);
      byte transparent = (byte) file.unsigned8(frame.control() + 3);
      still.writeBytes(
          new byte[] {EXTENSION, (byte) GRAPHIC_CONTROL, 4, flags, 0, 0, transparent, 0});
    }
    still.write(IMAGE);
    writeShorts(still, 0, 0, frame.width(), frame.height());
    still.write(file.unsigned8(frame.image() + 9) & IMAGE_FLAGS);
    int palette = frame.image() + 10;
    still.write(gif, palette, frame.end() - palette);
    still.write(TRAILER);
    return still.toByteArray();
  }

  /** Finds the first frame, whose blocks are all there. */
  static Frame firstFrame(ByteReader file) throws UnreadablePhotoException {
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
    int width = file.littleEndian16(at + 5);
    int height = file.littleEndian16(at + 7);
    int data = at + 10 + colours(file.unsigned8(at + 9));
    return new Frame(
        control,
        at,
        afterBlocks(file, data + 1),
        file.littleEndian16(at + 1),
        file.littleEndian16(at + 3),
        width == 0 ? file.littleEndian16(6) : width,
        height == 0 ? file.littleEndian16(8) : height);
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

  private static void writeShorts(ByteArrayOutputStream file, int... values) {
    for (int value : values) {
      file.write(value);
      file.write(value >> 8);
    }
  }
}
