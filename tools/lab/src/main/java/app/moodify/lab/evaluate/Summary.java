package app.moodify.lab.evaluate;

import app.moodify.core.mood.Emotion;
import app.moodify.lab.dataset.Split;
import java.util.Locale;

/** A report in a few lines for a person. */
final class Summary {
  private Summary() {}

  /** Returns the lines; a report that is null was not asked for. */
  static String of(String model, Split split, SplitReport crops, PhotoReport photos) {
    StringBuilder text = new StringBuilder("Model " + model + ", original and mirrored\n");
    if (crops != null) {
      text.append(split.key()).append(", ").append(crops.faces()).append(" faces\n");
      crops(text, crops);
    }
    if (photos != null) {
      text.append(photos.photos()).append(" photos\n");
      photos(text, photos);
    }
    return text.toString();
  }

  private static void crops(StringBuilder text, SplitReport report) {
    line(text, "accuracy, official", report.accuracy().official());
    line(text, "accuracy, no copies", report.accuracy().deduplicated());
    if (report.accuracy().ferPlusMajority() != null) {
      line(text, "FER+ majority", report.accuracy().ferPlusMajority());
    }
    for (Emotion emotion : Emotion.values()) {
      line(text, "recall of " + emotion.key(), report.recall().get(emotion.key()));
    }
    line(text, "surest 80 %", report.surest80());
    line(text, "get an answer", report.unsure().coverage());
    line(text, "right when sure", report.unsure().accuracyWhenSure());
    line(text, "macro-F1", percent(report.macroF1()));
    line(text, "calibration error", percent(report.calibrationError()));
    SplitReport.Milliseconds time = report.millisecondsPerFace();
    line(
        text,
        "one face, one thread",
        String.format(Locale.ROOT, "%.1f ms median, %.1f ms p95", time.median(), time.p95()));
  }

  private static void photos(StringBuilder text, PhotoReport report) {
    line(text, "face found", report.faceFound());
    line(text, "right label", report.accuracy());
    report.byExpected().forEach((emotion, share) -> line(text, "  " + emotion, share));
    line(text, "get an answer", report.sure());
    line(text, "right when sure", report.accuracyWhenSure());
  }

  private static void line(StringBuilder text, String name, Share share) {
    line(
        text,
        name,
        String.format(
            Locale.ROOT,
            "%s  (%.1f to %.1f, of %d)",
            percent(share.value()),
            100 * share.low(),
            100 * share.high(),
            share.count()));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-22s%s%n", name, value));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%5.1f %%", 100 * share);
  }
}
