package app.moodify.vision;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;

/** Writes black PNG files of any kind, also such as no program writes. */
final class PngBuilder {
  private static final Map<Integer, Integer> SAMPLES = Map.of(0, 1, 2, 3, 3, 1, 4, 2, 6, 4);
  private static final int PALETTE = 3;

  private final int width;
  private final int height;
  private final int colourType;
  private final int depth;
  private final ByteArrayOutputStream before = new ByteArrayOutputStream();
  private final ByteArrayOutputStream behind = new ByteArrayOutputStream();

  PngBuilder(int width, int height, int colourType, int depth) {
    this.width = width;
    this.height = height;
    this.colourType = colourType;
    this.depth = depth;
  }

  /** Adds a chunk before the picture. */
  PngBuilder with(String type, byte[] data) {
    before.writeBytes(TestPhotos.pngChunk(type, data));
    return this;
  }

  /**
   * Adds an animation of two frames.
   *
   * @param hidden whether the still picture is none of its frames
   * @param disposal 0 to 2
   * @param inset how much smaller the last frame is than the picture, from the left and the top
   */
  PngBuilder animated(boolean hidden, int disposal, int inset) {
    with("acTL", ByteBuffer.allocate(8).putInt(2).putInt(0).array());
    int sequence = 0;
    if (!hidden) {
      with("fcTL", frame(sequence++, 0, disposal));
    }
    for (int frames = hidden ? 2 : 1; frames > 0; frames--) {
      behind.writeBytes(TestPhotos.pngChunk("fcTL", frame(sequence++, inset, disposal)));
      byte[] pixels = pixels(width - inset, height - inset);
      behind.writeBytes(
          TestPhotos.pngChunk(
              "fdAT",
              ByteBuffer.allocate(4 + pixels.length).putInt(sequence++).put(pixels).array()));
    }
    return this;
  }

  byte[] build() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) depth).put((byte) colourType);
    file.writeBytes(TestPhotos.pngChunk("IHDR", header.array()));
    if (colourType == PALETTE) {
      file.writeBytes(TestPhotos.pngChunk("PLTE", new byte[3 * (1 << depth)]));
    }
    file.writeBytes(before.toByteArray());
    file.writeBytes(TestPhotos.pngChunk("IDAT", pixels(width, height)));
    file.writeBytes(behind.toByteArray());
    file.writeBytes(TestPhotos.pngChunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  private byte[] frame(int sequence, int inset, int disposal) {
    ByteBuffer frame = ByteBuffer.allocate(26).putInt(sequence);
    frame.putInt(width - inset).putInt(height - inset).putInt(inset).putInt(inset);
    return frame
        .putShort((short) 1)
        .putShort((short) 10)
        .put((byte) disposal)
        .put((byte) 0)
        .array();
  }

  private byte[] pixels(int columns, int rows) {
    int rowBytes = 1 + (columns * depth * SAMPLES.get(colourType) + 7) / 8;
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[rowBytes * rows]);
    deflater.finish();
    byte[] packed = new byte[rowBytes * rows + 64];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }
}
