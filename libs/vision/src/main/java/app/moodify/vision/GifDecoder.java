package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Reads the one frame of a GIF file with the JDK's reader, which can fail but cannot end the
 * process.
 */
final class GifDecoder {
  private static final int OPAQUE = 0xff;

  private GifDecoder() {}

  /**
   * Paints the frame onto a white canvas.
   *
   * @param still a file of one frame, which {@link GifFile#still} wrote
   * @param header the canvas' sides
   * @return the pixels, to be closed by the caller
   * @throws UnreadablePhotoException if the frame is damaged
   */
  static Mat decode(byte[] still, PhotoHeader header) throws UnreadablePhotoException {
    BufferedImage frame = read(still);
    GifFile.Place place = GifFile.placeOf(still);
    byte[] row = new byte[3 * header.width()];
    int[] colours = new int[frame.getWidth()];
    Mat pixels = new Mat(header.height(), header.width(), CV_8UC3);
    ByteBuffer canvas = pixels.createBuffer();
    for (int y = 0; y < header.height(); y++) {
      Arrays.fill(row, (byte) OPAQUE);
      int of = y - place.top();
      if (of >= 0 && of < frame.getHeight()) {
        frame.getRGB(0, of, frame.getWidth(), 1, colours, 0, frame.getWidth());
        paint(colours, row, place.left());
      }
      canvas.put(row);
    }
    return pixels;
  }

  /** Blue, green, red; what is transparent stays as it is. */
  private static void paint(int[] colours, byte[] row, int left) {
    int at = 3 * left;
    for (int colour : colours) {
      if (colour >>> 24 == OPAQUE) {
        row[at] = (byte) colour;
        row[at + 1] = (byte) (colour >> 8);
        row[at + 2] = (byte) (colour >> 16);
      }
      at += 3;
    }
  }

  private static BufferedImage read(byte[] still) throws UnreadablePhotoException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (MemoryCacheImageInputStream file =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(still))) {
      reader.setInput(file, true, true);
      return reader.read(0);
    } catch (IOException | RuntimeException failure) { // what a code that there is not leads to
      throw new UnreadablePhotoException(PhotoFault.DAMAGED, "GIF: " + failure);
    } finally {
      reader.dispose();
    }
  }
}
