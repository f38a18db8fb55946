package app.moodify.lab.evaluate.figures;

import app.moodify.lab.evaluate.figures.Svg.Anchor;
import app.moodify.lab.evaluate.figures.Svg.Point;
import java.util.Locale;

/** Axes from 0 to 1 across and from some value to 1 upwards, for curves of shares. */
final class UnitPlot {
  private static final int SIDE = 320;
  private static final int LEFT = 60;
  private static final int TOP = 40;
  private static final int TICKS = 5;
  private static final String GREY = "#d0d0d0";

  private final Svg svg;
  private final double lowest;

  /**
   * Draws the axes.
   *
   * @param lowest where the upward axis begins, below 1
   */
  UnitPlot(String title, String across, String up, double lowest) {
    this.svg = new Svg(LEFT + SIDE + 30, TOP + SIDE + 55, title + ": " + up + " by " + across);
    this.lowest = lowest;
    svg.text(new Point(LEFT, 20), Anchor.START, "black", title);
    for (int tick = 0; tick <= TICKS; tick++) {
      double share = (double) tick / TICKS;
      double value = lowest + share * (1 - lowest);
      svg.line(at(share, lowest), at(share, 1), GREY, false);
      svg.line(at(0, value), at(1, value), GREY, false);
      svg.text(below(at(share, lowest), 18), Anchor.MIDDLE, "black", percent(share));
      svg.text(new Point(LEFT - 6, at(0, value).y() + 4), Anchor.END, "black", percent(value));
    }
    svg.text(below(at(0.5, lowest), 40), Anchor.MIDDLE, "black", across);
    svg.text(new Point(LEFT, TOP - 8), Anchor.START, "black", up);
  }

  /** Returns the picture, to draw on. */
  Svg svg() {
    return svg;
  }

  /** Returns where a pair of values lies in the picture. */
  Point at(double across, double up) {
    double share = (up - lowest) / (1 - lowest);
    return new Point(LEFT + across * SIDE, TOP + (1 - share) * SIDE);
  }

  private static Point below(Point point, double by) {
    return new Point(point.x(), point.y() + by);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
