package app.moodify.lab.evaluate.figures;

import java.util.List;

/** How often answers of a confidence are right: on the diagonal, confidence is what it says. */
public final class ReliabilityFigure {
  private static final String BLUE = "#1e5096";
  private static final double LARGEST_DOT = 12;

  private ReliabilityFigure() {}

  /** Answers of about the same confidence: the mean, how many are right, how many they are. */
  public record Bin(double confidence, double accuracy, int faces) {}

  /**
   * Draws a dot for each bin, its area by the bin's faces.
   *
   * @return an SVG file
   */
  public static String draw(String title, List<Bin> bins) {
    UnitPlot plot = new UnitPlot(title, "confidence", "accuracy", 0);
    plot.svg().line(plot.at(0, 0), plot.at(1, 1), "black", true);
    double most = bins.stream().mapToInt(Bin::faces).max().orElse(1);
    plot.svg().curve(bins.stream().map(bin -> plot.at(bin.confidence, bin.accuracy)), BLUE);
    for (Bin bin : bins) {
      double radius = 2 + LARGEST_DOT * Math.sqrt(bin.faces / most);
      plot.svg().dot(plot.at(bin.confidence, bin.accuracy), radius, BLUE);
    }
    return plot.svg().file();
  }
}
