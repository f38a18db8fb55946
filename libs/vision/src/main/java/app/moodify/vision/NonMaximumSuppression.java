package app.moodify.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Merges boxes that show the same face. */
final class NonMaximumSuppression {
  /** IoU above which two boxes are one face: MediaPipe's own threshold for BlazeFace. */
  private static final double SAME_FACE = 0.3;

  private NonMaximumSuppression() {}

  /**
   * Blending non-maximum suppression (BlazeFace paper, section 4.3): boxes that overlap the best
   * one are averaged with it, weighted by their scores, which steadies the landmarks.
   *
   * @return one box for each face, best score first
   */
  static List<Face> merge(List<Face> boxes) {
    List<Face> left = new ArrayList<>(boxes);
    left.sort(Comparator.comparingDouble(Face::score).reversed());
    List<Face> merged = new ArrayList<>();
    while (!left.isEmpty()) {
      Face best = left.get(0);
      List<Face> same = left.stream().filter(box -> box.overlap(best) > SAME_FACE).toList();
      left.removeAll(same);
      left.remove(best);
      merged.add(same.isEmpty() ? best : average(same, best.score()));
    }
    return merged;
  }

  private static Face average(List<Face> boxes, double score) {
    double weights = boxes.stream().mapToDouble(Face::score).sum();
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    double[] landmarks = new double[boxes.get(0).landmarks().length];
    for (Face box : boxes) {
      double weight = box.score() / weights;
      left += weight * box.left();
      top += weight * box.top();
      width += weight * box.width();
      height += weight * box.height();
      for (int i = 0; i < landmarks.length; i++) {
        landmarks[i] += weight * box.landmarks()[i];
      }
    }
    return new Face(score, left, top, width, height, landmarks);
  }
}
