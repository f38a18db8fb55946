package app.moodify.lab.evaluate.figures;

import app.moodify.lab.evaluate.figures.Svg.Anchor;
import java.util.List;

/** How right the answers are if only the surest faces get one. */
public final class RiskCoverageFigure {
  private static final String BLUE = "#1e5096";
  private static final String RED = "#b03030";

  private RiskCoverageFigure() {}

  /** Share of the faces that get an answer, and share of those answers that are right. */
  public record Point(double coverage, double accuracy) {}

  /**
   * Draws the curve, and where the "not sure" rule stands.
   *
   * @return an SVG file
   */
  public static String draw(String title, List<Point> curve, Point rule) {
    double worst = curve.stream().mapToDouble(Point::accuracy).min().orElse(0);
    double lowest = Math.max(0, Math.floor(Math.min(worst, rule.accuracy) * 10 - 0.5) / 10);
    UnitPlot plot =
        new UnitPlot(title, "coverage: faces that get an answer", "accuracy = 1 - risk", lowest);
    plot.svg().curve(curve.stream().map(each -> plot.at(each.coverage, each.accuracy)), BLUE);
    Svg.Point place = plot.at(rule.coverage, rule.accuracy);
    plot.svg().dot(place, 5, RED);
    plot.svg()
        .text(new Svg.Point(place.x() - 10, place.y() + 14), Anchor.END, RED, "\"not sure\" rule");
    return plot.svg().file();
  }
}
