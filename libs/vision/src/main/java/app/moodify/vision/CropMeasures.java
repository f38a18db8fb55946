package app.moodify.vision;

import java.util.Map;

/**
 * How good a face crop is, by measures that need no model. The same as {@code measure} in {@code
 * models/moodify_models/doubt.py}, which says what each is.
 */
final class CropMeasures {
  /** A measure counts as no less: its logarithm is taken. */
  static final double LEAST = 1e-6;

  private static final int SIDE = FaceAligner.SIDE;

  /** Some rows and columns of a crop, the ends not among them. */
  private record Area(int top, int bottom, int left, int right) {}

  private static final Area WHOLE = new Area(0, SIDE, 0, SIDE);
  private static final Area INNER = new Area(1, SIDE - 1, 1, SIDE - 1);
  private static final Area EYES = new Area(14, 24, 6, 42);
  private static final Area MOUTH = new Area(33, 43, 14, 34);

  private interface Value {
    double at(int row, int column);
  }

  private CropMeasures() {}

  /** Returns a crop's measures by their names. */
  static Map<String, Double> of(byte[] crop) {
    Value grey = (row, column) -> crop[row * SIDE + column] & 0xff;
    Value laplacian =
        (row, column) ->
            grey.at(row, column - 1)
                + grey.at(row, column + 1)
                + grey.at(row - 1, column)
                + grey.at(row + 1, column)
                - 4 * grey.at(row, column);
    double variance = Math.max(variance(grey, WHOLE), LEAST);
    return Map.of(
        "sharpness", variance(laplacian, INNER) / variance,
        "contrast", Math.sqrt(variance),
        "mouth", variance(grey, MOUTH) / variance,
        "eyes", variance(grey, EYES) / variance);
  }

  private static double variance(Value value, Area area) {
    double sum = 0;
    double squares = 0;
    for (int row = area.top; row < area.bottom; row++) {
      for (int column = area.left; column < area.right; column++) {
        double each = value.at(row, column);
        sum += each;
        squares += each * each;
      }
    }
    double count = (double) (area.bottom - area.top) * (area.right - area.left);
    return Math.max(0, squares / count - sum / count * (sum / count));
  }
}
