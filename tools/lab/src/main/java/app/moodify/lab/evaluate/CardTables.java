package app.moodify.lab.evaluate;

import app.moodify.core.mood.Emotion;
import app.moodify.lab.dataset.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The figures in the model card ({@code README.md} beside {@code metrics.json}): nobody copies them
 * by hand. They stand between the lines {@code <!-- figures: NAME -->} and {@code <!-- end -->}.
 */
final class CardTables {
  private static final String HEAD = "| | | 95 % interval | faces |\n|---|---|---|---|\n";

  private final Path card;

  CardTables(Path card) {
    this.card = card;
  }

  /** Brings the tables up to date; what was not measured keeps its table. No card, no tables. */
  void write(Metrics metrics) throws IOException {
    if (Files.exists(card)) {
      Files.writeString(card, updated(Files.readString(card), metrics));
    }
  }

  /** Returns the text of a card with the tables that these measures give. */
  static String updated(String text, Metrics metrics) {
    SplitReport report = metrics.splits().get(Split.PRIVATE_TEST.key());
    String updated = text;
    if (report != null) {
      updated = replaced(updated, Split.PRIVATE_TEST.key(), table(report, metrics.model()));
    }
    if (metrics.photos() != null) {
      updated = replaced(updated, "photos", table(metrics.photos()));
    }
    return updated;
  }

  private static String replaced(String text, String name, String table) {
    String begin = "<!-- figures: " + name + " -->\n";
    int from = text.indexOf(begin);
    int to = text.indexOf("<!-- end -->", from);
    if (from < 0 || to < 0) {
      return text;
    }
    return text.substring(0, from + begin.length()) + table + text.substring(to);
  }

  private static String table(SplitReport report, String model) {
    List<String> rows = new ArrayList<>();
    rows.add(row("accuracy, official", report.accuracy().official()));
    rows.add(row("accuracy, without copies of Training images", report.accuracy().deduplicated()));
    if (report.accuracy().ferPlusMajority() != null) {
      rows.add(row("FER+ head: majority of 8 classes", report.accuracy().ferPlusMajority()));
    }
    for (Emotion emotion : Emotion.values()) {
      rows.add(row("recall of " + emotion.key(), report.recall().get(emotion.key())));
    }
    rows.add(row("accuracy on the surest 80 %", report.surest80()));
    rows.add(row("\"not sure\" rule: faces that get an answer", report.unsure().coverage()));
    rows.add(row("\"not sure\" rule: answers that are right", report.unsure().accuracyWhenSure()));
    rows.add("| macro-F1 | " + percent(report.macroF1()) + " | | |\n");
    rows.add(
        "| expected calibration error, 15 bins | "
            + percent(report.calibrationError())
            + " | | |\n");
    rows.add(
        String.format(
            Locale.ROOT,
            "| one face, one thread, median | %.1f ms | | |\n",
            report.millisecondsPerFace().median()));
    return "Model " + model + ", original and mirrored.\n\n" + HEAD + String.join("", rows);
  }

  private static String table(PhotoReport report) {
    List<String> rows = new ArrayList<>();
    rows.add(row("face found", report.faceFound()));
    rows.add(row("right label", report.accuracy()));
    report
        .byExpected()
        .forEach((emotion, share) -> rows.add(row("right label, " + emotion, share)));
    rows.add(row("\"not sure\" rule: photos that get an answer", report.sure()));
    rows.add(row("\"not sure\" rule: answers that are right", report.accuracyWhenSure()));
    return HEAD.replace("faces", "photos") + String.join("", rows);
  }

  private static String row(String name, Share share) {
    String interval =
        String.format(Locale.ROOT, "%.1f to %.1f", 100 * share.low(), 100 * share.high());
    return "| "
        + name
        + " | "
        + percent(share.value())
        + " | "
        + interval
        + " | "
        + share.count()
        + " |\n";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
