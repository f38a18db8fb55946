package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.CV_16SC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ShortBuffer;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A photo of a face that may be passed on, for warming up and for measuring: the astronaut Eileen
 * Collins, by NASA, in the public domain.
 */
public final class SamplePhotos {
  private static final int QUALITY = 90;

  /** Of the grain, in grey values; gives the files the size of a camera's. */
  private static final double GRAIN = 4;

  private SamplePhotos() {}

  /** Returns a JPEG file of 512 x 512 pixels that shows one smiling face. */
  public static byte[] astronaut() {
    try (InputStream file = SamplePhotos.class.getResourceAsStream("astronaut.jpg")) {
      return file.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Returns the astronaut as a camera would have taken her: enlarged to the photo's height, in the
   * middle, with grain, as a JPEG file of quality 90. The same photo for the same seed.
   *
   * @param width in pixels, at least the height
   * @param height in pixels
   */
  @SuppressWarnings("try") // the scope is there to be closed
  public static byte[] enlarged(int width, int height, RandomGenerator random) {
    try (PointerScope scope = new PointerScope()) {
      byte[] file = astronaut();
      Mat small = imdecode(new Mat(new BytePointer(file)), IMREAD_COLOR);
      Mat large = new Mat();
      resize(small, large, new Size(height, height), 0, 0, INTER_CUBIC);
      Mat wide = new Mat();
      int left = (width - height) / 2;
      int right = width - height - left;
      copyMakeBorder(large, wide, 0, 0, left, right, BORDER_REFLECT_101, new Scalar(0.0));
      Mat grain = new Mat(height, width, CV_16SC3);
      ShortBuffer values = grain.createBuffer();
      while (values.hasRemaining()) {
        values.put((short) Math.round(random.nextGaussian() * GRAIN));
      }
      Mat photo = new Mat();
      add(wide, grain, photo, new Mat(), CV_8UC3);
      return jpeg(photo);
    }
  }

  private static byte[] jpeg(Mat photo) {
    try (BytePointer file = new BytePointer();
        IntPointer settings = new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY)) {
      imencode(".jpg", photo, file, settings);
      byte[] bytes = new byte[(int) file.limit()];
      file.get(bytes);
      return bytes;
    }
  }
}
