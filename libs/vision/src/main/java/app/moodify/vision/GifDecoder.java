package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Reads the first frame of a GIF file with the JDK's reader, which cannot end the process. */
final class GifDecoder {
  private static final int OPAQUE = 0xff;

  private GifDecoder() {}

  /**
   * Paints the frame onto a white canvas.
   *
   * @param header of this file
   * @param reduction every how many pixels one is read, in both directions; the heap never holds
   *     more
   * @return the pixels, to be closed by the caller
   * @throws UnreadablePhotoException if the frame is damaged
   */
  static Mat decode(byte[] gif, PhotoHeader header, int reduction) throws UnreadablePhotoException {
    GifFile.Frame frame = GifFile.firstFrame(new ByteReader(gif));
    int left = PhotoDecoder.reduced(frame.left(), reduction);
    int top = PhotoDecoder.reduced(frame.top(), reduction);
    int skippedLeft = left * reduction - frame.left();
    int skippedTop = top * reduction - frame.top();
    Mat pixels =
        new Mat(
            PhotoDecoder.reduced(header.height(), reduction),
            PhotoDecoder.reduced(header.width(), reduction),
            CV_8UC3,
            Scalar.all(OPAQUE));
    if (skippedLeft >= frame.width() || skippedTop >= frame.height()) {
      return pixels;
    }
    try {
      BufferedImage image = read(GifFile.still(gif, frame), reduction, skippedLeft, skippedTop);
      for (int y = 0; y < image.getHeight(); y++) {
        pixels.ptr(top + y, left).put(row(image, y));
      }
      return pixels;
    } catch (IOException | RuntimeException failure) { // what a code that there is not leads to
      pixels.close();
      throw new UnreadablePhotoException(PhotoFault.DAMAGED, "GIF: " + failure);
    }
  }

  private static BufferedImage read(byte[] still, int reduction, int skippedLeft, int skippedTop)
      throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (MemoryCacheImageInputStream file =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(still))) {
      reader.setInput(file, true, true);
      ImageReadParam some = reader.getDefaultReadParam();
      some.setSourceSubsampling(reduction, reduction, skippedLeft, skippedTop);
      return reader.read(0, some);
    } finally {
      reader.dispose();
    }
  }

  /** Returns a row in blue, green, red; what is transparent is white. */
  private static byte[] row(BufferedImage image, int y) {
    int[] colours = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
    byte[] row = new byte[3 * colours.length];
    Arrays.fill(row, (byte) OPAQUE);
    for (int x = 0; x < colours.length; x++) {
      if (colours[x] >>> 24 == OPAQUE) {
        row[3 * x] = (byte) colours[x];
        row[3 * x + 1] = (byte) (colours[x] >> 8);
        row[3 * x + 2] = (byte) (colours[x] >> 16);
      }
    }
    return row;
  }
}
