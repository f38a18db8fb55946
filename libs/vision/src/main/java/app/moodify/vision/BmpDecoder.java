package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Reads bitmaps whose pixels are numbers of 16 or 32 bits. OpenCV knows two layouts of them, and
 * takes others, such as those behind a longer header, for one of the two.
 */
final class BmpDecoder {
  private static final int BRIGHTEST = 255;

  private BmpDecoder() {}

  /**
   * Reads all pixels; alpha is dropped.
   *
   * @param header of this file
   * @param fields of this file
   * @return the pixels, to be closed by the caller
   * @throws UnreadablePhotoException if the file ends before its pixels do
   */
  static Mat decode(byte[] bmp, PhotoHeader header, BmpFile.Fields fields)
      throws UnreadablePhotoException {
    int height = header.height();
    new ByteReader(bmp).require(fields.first(), (long) fields.rowBytes() * height);
    ByteBuffer file = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
    byte[] row = new byte[3 * header.width()];
    Mat pixels = new Mat(height, header.width(), CV_8UC3);
    for (int y = 0; y < height; y++) {
      read(file, fields.first() + y * fields.rowBytes(), fields, row);
      pixels.ptr(fields.topDown() ? y : height - 1 - y).put(row);
    }
    return pixels;
  }

  /** Fills a row with blue, green and red. */
  private static void read(ByteBuffer file, int first, BmpFile.Fields fields, byte[] row) {
    for (int x = 0; x < row.length / 3; x++) {
      long pixel =
          fields.bits() == 16
              ? Short.toUnsignedLong(file.getShort(first + 2 * x))
              : Integer.toUnsignedLong(file.getInt(first + 4 * x));
      row[3 * x] = scaled(pixel, fields.blue());
      row[3 * x + 1] = scaled(pixel, fields.green());
      row[3 * x + 2] = scaled(pixel, fields.red());
    }
  }

  /** Returns a colour in 0 to 255, whatever its bits; one that has no bits is 0. */
  private static byte scaled(long pixel, long mask) {
    if (mask == 0) {
      return 0;
    }
    int shift = Long.numberOfTrailingZeros(mask);
    return (byte) ((pixel & mask) * BRIGHTEST / (mask >> shift) >> shift);
  }
}
