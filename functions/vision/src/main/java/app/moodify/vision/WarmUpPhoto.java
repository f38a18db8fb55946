package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A photo of nothing, to warm the decoder up with. */
final class WarmUpPhoto {
  private WarmUpPhoto() {}

  static byte[] jpeg() {
    try (Mat blank = new Mat(240, 320, CV_8UC3, new Scalar(127.0));
        BytePointer file = new BytePointer()) {
      imencode(".jpg", blank, file);
      byte[] bytes = new byte[(int) file.limit()];
      file.get(bytes);
      return bytes;
    }
  }
}
