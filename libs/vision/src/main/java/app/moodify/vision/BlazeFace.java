package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_dnn.blobFromImage;
import static org.bytedeco.opencv.global.opencv_dnn.readNetFromTFLite;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/**
 * One BlazeFace net in OpenCV's DNN module. Not thread-safe: the net keeps its layers' outputs.
 *
 * <p>Input: RGB in [-1, 1], letterboxed into a square. Output for each anchor: centre, size and six
 * landmarks in input pixels relative to the anchor's centre, and a logit. Anchors as in MediaPipe's
 * {@code face_detection_short_range} and {@code face_detection_full_range} graphs.
 */
final class BlazeFace implements AutoCloseable {
  private static final int NUMBERS_PER_ANCHOR = 16;
  private static final double LARGEST_LOGIT = 100;

  private final Net net;
  private final StringVector outputs;
  private final int side;
  private final double[][] anchors;

  private BlazeFace(Path model, int side, double[][] anchors) {
    try {
      this.net = readNetFromTFLite(Files.readAllBytes(model));
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "The face model cannot be read; MOODIFY_MODELS must name the folder that holds"
              + " expression/ and face/: "
              + model,
          failure);
    }
    this.outputs = net.getUnconnectedOutLayersNames();
    this.side = side;
    this.anchors = anchors;
  }

  /** Opens the net for faces from about a fifth of the picture's side upwards. */
  static BlazeFace shortRange(Path folder) {
    List<double[]> anchors = new ArrayList<>();
    addAnchors(anchors, 16, 2);
    addAnchors(anchors, 8, 6);
    return new BlazeFace(
        folder.resolve("face_detection_short_range.tflite"), 128, anchors.toArray(double[][]::new));
  }

  /** Opens the net for faces from about a tenth of the picture's side upwards. */
  static BlazeFace fullRange(Path folder) {
    List<double[]> anchors = new ArrayList<>();
    addAnchors(anchors, 48, 1);
    return new BlazeFace(
        folder.resolve("face_detection_full_range.tflite"), 192, anchors.toArray(double[][]::new));
  }

  /** Adds {@code copies} anchors in the middle of each cell of a square grid, in [0, 1]. */
  private static void addAnchors(List<double[]> anchors, int grid, int copies) {
    for (int cell = 0; cell < grid * grid; cell++) {
      double[] center = {(cell % grid + 0.5) / grid, (cell / grid + 0.5) / grid};
      for (int copy = 0; copy < copies; copy++) {
        anchors.add(center);
      }
    }
  }

  /**
   * Looks for faces in a part of a photo.
   *
   * @param photo 8-bit blue, green, red
   * @param part where to look, inside of the photo
   * @param minScore the least score of a face
   * @return all boxes that reach the score, unmerged, in pixels of the whole photo
   */
  List<Face> detect(Mat photo, Rect part, double minScore) {
    return detect(photo, part, minScore, 1);
  }

  /**
   * Looks for faces in a part of a photo with black around it.
   *
   * @param photo 8-bit blue, green, red
   * @param part where to look, inside of the photo
   * @param minScore the least score of a face
   * @param filled how much of the input's side the part takes, in (0, 1]
   * @return as the other
   */
  @SuppressWarnings("try") // the scope is there to be closed
  List<Face> detect(Mat photo, Rect part, double minScore, double filled) {
    try (PointerScope scope = new PointerScope()) {
      double scale = filled * side / Math.max(part.width(), part.height());
      int width = Math.max(1, (int) Math.round(part.width() * scale));
      int height = Math.max(1, (int) Math.round(part.height() * scale));
      int padLeft = (side - width) / 2;
      int padTop = (side - height) / 2;

      Mat small = new Mat();
      resize(
          scale < 1 ? halved(new Mat(photo, part), width, height) : new Mat(photo, part),
          small,
          new Size(width, height),
          0,
          0,
          scale < 1 ? INTER_AREA : INTER_LINEAR);
      Mat square = new Mat();
      copyMakeBorder(
          small,
          square,
          padTop,
          side - height - padTop,
          padLeft,
          side - width - padLeft,
          BORDER_CONSTANT,
          new Scalar(0.0));
      Mat blob =
          blobFromImage(
              square, 1 / 127.5, new Size(side, side), Scalar.all(127.5), true, false, CV_32F);
      net.setInput(blob);
      MatVector tensors = new MatVector();
      net.forward(tensors, outputs);

      Frame frame =
          new Frame(
              part.x() - padLeft * part.width() / (double) width,
              part.y() - padTop * part.height() / (double) height,
              part.width() / (double) width,
              part.height() / (double) height);
      return decode(tensors, minScore, frame);
    }
  }

  /**
   * Halves a picture that is to be made smaller than that. OpenCV averages areas in a sixth of the
   * time where their sides are whole numbers, so that for a photo of 1280 x 960 pixels and the
   * full-range net, whose are 6.67, two steps take half of the time of one. Every pixel counts as
   * much as before; the sums are rounded once more.
   */
  private static Mat halved(Mat picture, int width, int height) {
    int columns = picture.cols();
    int rows = picture.rows();
    boolean whole = columns % width == 0 && rows % height == 0;
    boolean even = columns % 2 == 0 && rows % 2 == 0;
    if (whole || !even || columns < 4 * width) {
      return picture;
    }
    Mat half = new Mat();
    resize(picture, half, new Size(columns / 2, rows / 2), 0, 0, INTER_AREA);
    return half;
  }

  /** How input pixels lie in the photo. */
  private record Frame(double left, double top, double scaleX, double scaleY) {}

  private List<Face> decode(MatVector tensors, double minScore, Frame frame) {
    Mat first = tensors.get(0);
    boolean boxesFirst = first.total() == (long) anchors.length * NUMBERS_PER_ANCHOR;
    FloatBuffer boxes = (boxesFirst ? first : tensors.get(1)).createBuffer();
    FloatBuffer logits = (boxesFirst ? tensors.get(1) : first).createBuffer();
    List<Face> faces = new ArrayList<>();
    for (int anchor = 0; anchor < anchors.length; anchor++) {
      double logit = Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, logits.get(anchor)));
      double score = 1 / (1 + Math.exp(-logit));
      if (score >= minScore) {
        faces.add(face(boxes, anchor, score, frame));
      }
    }
    return faces;
  }

  private Face face(FloatBuffer boxes, int anchor, double score, Frame frame) {
    int at = anchor * NUMBERS_PER_ANCHOR;
    double[] pairs = new double[NUMBERS_PER_ANCHOR];
    for (int i = 0; i < NUMBERS_PER_ANCHOR; i += 2) {
      boolean size = i == 2;
      double x = boxes.get(at + i) + (size ? 0 : anchors[anchor][0] * side);
      double y = boxes.get(at + i + 1) + (size ? 0 : anchors[anchor][1] * side);
      pairs[i] = x * frame.scaleX + (size ? 0 : frame.left);
      pairs[i + 1] = y * frame.scaleY + (size ? 0 : frame.top);
    }
    double[] landmarks = new double[NUMBERS_PER_ANCHOR - 4];
    System.arraycopy(pairs, 4, landmarks, 0, landmarks.length);
    return new Face(
        score, pairs[0] - pairs[2] / 2, pairs[1] - pairs[3] / 2, pairs[2], pairs[3], landmarks);
  }

  @Override
  public void close() {
    outputs.close();
    net.close();
  }
}
