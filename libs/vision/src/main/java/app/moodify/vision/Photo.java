package app.moodify.vision;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A decoded, upright photo in native memory.
 *
 * @param pixels 8 bits each of blue, green and red; perhaps smaller than the photo itself
 * @param fullWidth of the upright photo at its full size, in pixels
 * @param fullHeight of the upright photo at its full size, in pixels
 */
record Photo(Mat pixels, int fullWidth, int fullHeight) implements AutoCloseable {

  /** Returns how many pixels of the full photo one decoded pixel is wide. */
  double scaleX() {
    return (double) fullWidth / pixels.cols();
  }

  /** Returns how many pixels of the full photo one decoded pixel is high. */
  double scaleY() {
    return (double) fullHeight / pixels.rows();
  }

  @Override
  public void close() {
    pixels.close();
  }
}
