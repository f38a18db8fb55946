package app.moodify.stack.bench;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The figures of a bench, for the person and for programs. */
final class Report {

  /** Pages come and go; less than this between two looks at a process is no growth. */
  private static final double GROWTH_MEGABYTES = 10;

  private final List<BenchmarkResult> figures;

  /**
   * Gathers them.
   *
   * @param endToEnd empty if it could not be measured here
   */
  Report(VisionBench vision, Optional<EndToEnd> endToEnd) {
    figures =
        List.of(
            new BenchmarkResult(
                "photoMs",
                "photo 1280x960 to scores, one thread, median",
                "ms",
                OptionalDouble.of(vision.photo().totalMs()),
                40),
            new BenchmarkResult(
                "largePhotoMs",
                "photo of 12 megapixels to scores, one thread, median",
                "ms",
                OptionalDouble.of(vision.large().totalMs()),
                150),
            figure(
                "emotionMs",
                "upload ended to emotion on the page, median of 20",
                "ms",
                endToEnd,
                EndToEnd::emotionMs,
                250),
            figure(
                "playlistMs",
                "upload ended to playlist on the page, median of 20",
                "ms",
                endToEnd,
                EndToEnd::playlistMs,
                450),
            figure(
                "detectMegabytes",
                "detect: resident memory after 200 photos",
                "MB",
                endToEnd,
                EndToEnd::megabytesAfter200,
                800),
            figure(
                "detectGrowthMegabytes",
                "detect: growth over the last 100 photos",
                "MB",
                endToEnd,
                measured -> measured.megabytesAfter200() - measured.megabytesAfter100(),
                GROWTH_MEGABYTES),
            figure(
                "startSeconds",
                "start to Ready, everything built",
                "s",
                endToEnd,
                EndToEnd::startSeconds,
                60));
  }

  private static BenchmarkResult figure(
      String key,
      String what,
      String unit,
      Optional<EndToEnd> endToEnd,
      ToDoubleFunction<EndToEnd> value,
      double bar) {
    OptionalDouble measured =
        endToEnd.map(value::applyAsDouble).filter(Double::isFinite).stream()
            .mapToDouble(Double::doubleValue)
            .findAny();
    return new BenchmarkResult(key, what, unit, measured, bar);
  }

  /** A line for each figure, with a tick where the bar is met. */
  String table() {
    StringBuilder table = new StringBuilder();
    for (BenchmarkResult figure : figures) {
      String value =
          figure.value().isPresent()
              ? String.format(Locale.ROOT, "%.1f", figure.value().getAsDouble())
              : "-";
      table.append(
          String.format(
              Locale.ROOT,
              "%s  %-54s %8s %-2s  (at most %.0f)%n",
              figure.isMet() ? "✓" : "✗",
              figure.what(),
              value,
              figure.unit(),
              figure.bar()));
    }
    return table.toString();
  }

  /** One object: each figure's value, unit and bar, and whether it is met; null if not measured. */
  String json() {
    JsonObject all = new JsonObject();
    for (BenchmarkResult figure : figures) {
      JsonObject one = new JsonObject();
      one.add(
          "value",
          figure.value().isPresent()
              ? new JsonPrimitive(figure.value().getAsDouble())
              : JsonNull.INSTANCE);
      one.addProperty("unit", figure.unit());
      one.addProperty("atMost", figure.bar());
      one.addProperty("met", figure.isMet());
      all.add(figure.key(), one);
    }
    return new GsonBuilder().serializeNulls().create().toJson(all);
  }
}
