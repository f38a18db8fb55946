package app.moodify.lab.evaluate.figures;

import app.moodify.lab.evaluate.figures.Svg.Anchor;
import app.moodify.lab.evaluate.figures.Svg.Point;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table of squares, the darker the larger the share of the row: what is taken for what. */
public final class ConfusionFigure {
  private static final int CELL = 62;
  private static final int LEFT = 90;
  private static final int TOP = 60;

  private ConfusionFigure() {}

  /**
   * Draws.
   *
   * @param counts for each label, how many of its faces got which answer
   * @return an SVG file
   */
  public static String draw(String title, Map<String, Map<String, Integer>> counts) {
    List<String> names = List.copyOf(counts.keySet());
    int side = names.size() * CELL;
    Svg svg =
        new Svg(
            LEFT + side + 20, TOP + side + 20, title + ": share of each label's faces by answer");
    svg.text(
        new Point(LEFT, 20),
        Anchor.START,
        "black",
        title + ": rows are labels, columns answers, %");
    for (int row = 0; row < names.size(); row++) {
      double y = TOP + (row + 0.5) * CELL + 4;
      svg.text(new Point(LEFT - 8, y), Anchor.END, "black", names.get(row));
      double x = LEFT + (row + 0.5) * CELL;
      svg.text(new Point(x, TOP - 8), Anchor.MIDDLE, "black", names.get(row));
      Map<String, Integer> answers = counts.get(names.get(row));
      int total = Math.max(1, answers.values().stream().mapToInt(Integer::intValue).sum());
      for (int column = 0; column < names.size(); column++) {
        cell(svg, row, column, (double) answers.get(names.get(column)) / total);
      }
    }
    return svg.file();
  }

  private static void cell(Svg svg, int row, int column, double share) {
    double x = LEFT + column * CELL;
    double y = TOP + row * CELL;
    svg.rectangle(x, y, CELL - 1, CELL - 1, blue(share));
    String text = String.format(Locale.ROOT, "%.0f", 100 * share);
    Point middle = new Point(x + CELL / 2.0, y + CELL / 2.0 + 4);
    svg.text(middle, Anchor.MIDDLE, share > 0.5 ? "white" : "black", text);
  }

  /** White for 0, a dark blue for 1. */
  private static String blue(double share) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(255 - 225 * share),
        Math.round(255 - 175 * share),
        Math.round(255 - 105 * share));
  }
}
