package app.moodify.lab.simulate;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws learning curves as an SVG image, each with the band of its interval. */
final class CurvePicture {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;
  private static final int LEFT = 60;
  private static final int RIGHT = 200;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final double LOWEST = 0.3;
  private static final double HIGHEST = 0.7;

  /** Okabe and Ito's colours, which people with colour blindness can distinguish. */
  private static final String[] COLOURS = {"#D55E00", "#0072B2", "#009E73", "#CC79A7"};

  private CurvePicture() {}

  static String of(LearningCurves curves) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"13\">%n<title>Like-rate of the top 15 by"
                + " events of feedback</title>%n<rect width=\"100%%\" height=\"100%%\""
                + " fill=\"#fff\"/>%n",
            WIDTH, HEIGHT));
    appendAxes(svg);
    for (Learner learner : Learner.values()) {
      appendCurve(svg, learner, curves);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void appendAxes(StringBuilder svg) {
    for (double rate = LOWEST; rate < HIGHEST + 0.01; rate += 0.1) {
      svg.append(
          format(
              "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\""
                  + " text-anchor=\"end\">%.1f</text>%n",
              LEFT, y(rate), WIDTH - RIGHT, LEFT - 8, y(rate) + 4, rate));
    }
    for (int point = 0; point < Simulation.POINTS; point += 2) {
      svg.append(
          format(
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>%n",
              x(point), HEIGHT - BOTTOM + 20, point * Simulation.HEARD));
    }
    svg.append(
        format(
            "<text x=\"%d\" y=\"%d\">like-rate of the top 15</text>%n<text x=\"%.1f\" y=\"%d\""
                + " text-anchor=\"middle\">events of feedback</text>%n",
            LEFT, TOP - 16, x(Simulation.POINTS / 2), HEIGHT - 10));
  }

  private static void appendCurve(StringBuilder svg, Learner learner, LearningCurves curves) {
    String colour = COLOURS[learner.ordinal()];
    String upper = points(point -> curves.rate(learner, point).high(), false);
    String lower = points(point -> curves.rate(learner, point).low(), true);
    int last = Simulation.POINTS - 1;
    svg.append(
        format(
            "<polygon points=\"%s %s\" fill=\"%s\" opacity=\"0.15\"/>%n<polyline points=\"%s\""
                + " fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n<text x=\"%.1f\" y=\"%d\""
                + " fill=\"%s\">%s, %.3f</text>%n",
            upper,
            lower,
            colour,
            points(point -> curves.rate(learner, point).mean(), false),
            colour,
            x(last) + 10,
            TOP + 20 * (learner.ordinal() + 1),
            colour,
            learner.title(),
            curves.rate(learner, last).mean()));
  }

  private static String points(IntToDoubleFunction rate, boolean backwards) {
    int last = Simulation.POINTS - 1;
    return IntStream.rangeClosed(0, last)
        .map(point -> backwards ? last - point : point)
        .mapToObj(point -> format("%.1f,%.1f", x(point), y(rate.applyAsDouble(point))))
        .collect(Collectors.joining(" "));
  }

  private static double x(int point) {
    return LEFT + (double) point / (Simulation.POINTS - 1) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double rate) {
    return HEIGHT - BOTTOM - (rate - LOWEST) / (HIGHEST - LOWEST) * (HEIGHT - TOP - BOTTOM);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
