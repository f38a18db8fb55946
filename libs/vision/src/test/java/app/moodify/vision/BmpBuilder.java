package app.moodify.vision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes bitmaps whose pixels are numbers of 16 or 32 bits, with headers of any length. */
final class BmpBuilder {
  static final int BIT_FIELDS = 3;

  private final int width;
  private final int height;
  private int headerLength = 40;
  private int bits = 16;
  private int compression = BIT_FIELDS;
  private boolean topDown;
  private long[] masks = {0xf800, 0x7e0, 0x1f, 0};

  BmpBuilder(int width, int height) {
    this.width = width;
    this.height = height;
  }

  BmpBuilder header(int length) {
    this.headerLength = length;
    return this;
  }

  BmpBuilder kind(int compression, int bits) {
    this.compression = compression;
    this.bits = bits;
    return this;
  }

  BmpBuilder topDown(boolean topDown) {
    this.topDown = topDown;
    return this;
  }

  /** Sets which bits of a pixel are its red, green, blue and alpha. */
  BmpBuilder masks(long... masks) {
    this.masks = masks;
    return this;
  }

  /**
   * Writes the file.
   *
   * @param red in 0 to 255, as are the others
   */
  byte[] build(Colour red, Colour green, Colour blue) {
    int first = 14 + Math.max(headerLength, 40 + 16);
    int rowBytes = (width * bits + 31) / 32 * 4;
    ByteBuffer file = ByteBuffer.allocate(first + rowBytes * height).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(first);
    file.putInt(headerLength).putInt(width).putInt(topDown ? -height : height);
    file.putShort((short) 1).putShort((short) bits).putInt(compression);
    file.position(14 + 40);
    for (long mask : masks) {
      file.putInt((int) mask);
    }
    for (int y = 0; y < height; y++) {
      file.position(first + (topDown ? y : height - 1 - y) * rowBytes);
      for (int x = 0; x < width; x++) {
        long pixel =
            part(red.at(x, y), masks[0])
                | part(green.at(x, y), masks[1])
                | part(blue.at(x, y), masks[2])
                | masks[3];
        if (bits == 16) {
          file.putShort((short) pixel);
        } else {
          file.putInt((int) pixel);
        }
      }
    }
    return file.array();
  }

  /** A colour at a place. */
  interface Colour {
    int at(int x, int y);
  }

  private static long part(int value, long mask) {
    int shift = Long.numberOfTrailingZeros(mask);
    return mask == 0 ? 0 : Math.round(value / 255.0 * (mask >> shift)) << shift;
  }
}
