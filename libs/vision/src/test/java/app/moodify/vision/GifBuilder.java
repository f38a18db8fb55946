package app.moodify.vision;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes GIF files of one frame, also such as no program writes. */
final class GifBuilder {
  private final int canvasWidth;
  private final int canvasHeight;
  private int left;
  private int top;
  private int width;
  private int height;
  private int disposal;
  private int background;

  GifBuilder(int canvasWidth, int canvasHeight) {
    this.canvasWidth = canvasWidth;
    this.canvasHeight = canvasHeight;
    this.width = canvasWidth;
    this.height = canvasHeight;
  }

  /** Sets where the frame is, and its sides. */
  GifBuilder at(int left, int top, int width, int height) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    return this;
  }

  GifBuilder disposal(int disposal) {
    this.disposal = disposal;
    return this;
  }

  /** Sets the background's place in the palette, which has four. */
  GifBuilder background(int background) {
    this.background = background;
    return this;
  }

  byte[] build() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    shorts(file, canvasWidth, canvasHeight);
    file.writeBytes(new byte[] {(byte) 0x81, (byte) background, 0});
    file.writeBytes(new byte[] {0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255});
    file.writeBytes(new byte[] {0x21, (byte) 0xf9, 4, (byte) (disposal << 2), 10, 0, 0, 0});
    file.write(0x2c);
    shorts(file, left, top, width, height);
    file.write(0);
    file.write(2);
    long pixels = (long) (width == 0 ? canvasWidth : width) * (height == 0 ? canvasHeight : height);
    byte[] codes = codes((int) Math.min(pixels, 10_000));
    for (int at = 0; at < codes.length; at += 255) {
      int length = Math.min(255, codes.length - at);
      file.write(length);
      file.write(codes, at, length);
    }
    file.write(0);
    file.write(0x3b);
    return file.toByteArray();
  }

  /**
   * A clear code before every pixel of colour 1: codes stay three bits wide, and nothing is packed.
   */
  private static byte[] codes(int pixels) {
    byte[] codes = new byte[(pixels * 2 + 2) * 3 / 8 + 1];
    int bit = 0;
    for (int i = 0; i <= pixels; i++) {
      bit = put(codes, bit, 4);
      bit = put(codes, bit, i < pixels ? 1 : 5);
    }
    return codes;
  }

  private static int put(byte[] codes, int bit, int code) {
    for (int i = 0; i < 3; i++) {
      if ((code >> i & 1) == 1) {
        codes[(bit + i) / 8] |= (byte) (1 << (bit + i) % 8);
      }
    }
    return bit + 3;
  }

  private static void shorts(ByteArrayOutputStream file, int... values) {
    for (int value : values) {
      file.write(value);
      file.write(value >> 8);
    }
  }
}
