package app.moodify.lab.evaluate.figures;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A picture in the making: shapes are added from the back to the front. Lengths are in pixels. */
final class Svg {
  private final StringBuilder shapes = new StringBuilder();
  private final int width;
  private final int height;
  private final String description;

  /**
   * Begins with a white sheet.
   *
   * @param description says what is to be seen, for whoever cannot see it
   */
  Svg(int width, int height, String description) {
    this.width = width;
    this.height = height;
    this.description = description;
  }

  /** Where a text begins, or ends, or has its middle. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** A place in the picture. */
  record Point(double x, double y) {}

  void rectangle(double x, double y, double width, double height, String fill) {
    add(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>",
        x, y, width, height, fill);
  }

  void line(Point from, Point to, String stroke, boolean dashed) {
    add(
        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s'%s/>",
        from.x, from.y, to.x, to.y, stroke, dashed ? " stroke-dasharray='4 3'" : "");
  }

  void curve(Stream<Point> points, String stroke) {
    String places =
        points
            .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x, point.y))
            .collect(Collectors.joining(" "));
    add("<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>", places, stroke);
  }

  void dot(Point centre, double radius, String fill) {
    add("<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s'/>", centre.x, centre.y, radius, fill);
  }

  void text(Point place, Anchor anchor, String fill, String text) {
    add(
        "<text x='%.1f' y='%.1f' text-anchor='%s' fill='%s'>%s</text>",
        place.x, place.y, anchor.name().toLowerCase(Locale.ROOT), fill, escaped(text));
  }

  /** Returns the whole file. */
  String file() {
    return String.format(
            Locale.ROOT,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'"
                + " role='img' font-family='sans-serif' font-size='12'>\n<title>%s</title>\n"
                + "<rect width='100%%' height='100%%' fill='white'/>\n",
            width,
            height,
            width,
            height,
            escaped(description))
        + shapes
        + "</svg>\n";
  }

  private void add(String format, Object... values) {
    shapes.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
