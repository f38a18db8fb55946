package app.moodify.lab.evaluate;

import app.moodify.core.mood.Emotion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What a model is judged by. Pure functions of judged crops. */
final class Measures {
  private static final int EMOTIONS = Emotion.values().length;

  private Measures() {}

  /**
   * Answers whose confidence is about the same.
   *
   * @param confidence their mean confidence
   * @param accuracy how many of them are right
   * @param faces how many they are
   */
  record CalibrationBin(double confidence, double accuracy, int faces) {}

  /**
   * What is risked by answering on this many faces.
   *
   * @param coverage share of the faces that get an answer, the surest first
   * @param accuracy share of those answers that are right; the risk is 1 minus this
   */
  record RiskPoint(double coverage, double accuracy) {}

  static Share accuracy(List<JudgedCrop> crops) {
    return share(crops, JudgedCrop::isRight);
  }

  static Share share(List<JudgedCrop> crops, Predicate<JudgedCrop> hit) {
    return Share.of((int) crops.stream().filter(hit).count(), crops.size());
  }

  /** Returns counts: the row is the label, the column the answer, both in Emotion's order. */
  static int[][] confusion(List<JudgedCrop> crops) {
    int[][] counts = new int[EMOTIONS][EMOTIONS];
    crops.forEach(crop -> counts[crop.label().ordinal()][crop.answer().ordinal()]++);
    return counts;
  }

  /** Returns the plain mean of the classes' F1 = 2 hits / (labelled + answered). */
  static double macroF1(int[][] confusion) {
    double sum = 0;
    for (int i = 0; i < EMOTIONS; i++) {
      int both = 0;
      for (int j = 0; j < EMOTIONS; j++) {
        both += confusion[i][j] + confusion[j][i];
      }
      sum += both == 0 ? 0 : 2.0 * confusion[i][i] / both;
    }
    return sum / EMOTIONS;
  }

  /** Sorts answers into {@code bins} equally wide bins of confidence; empty bins are left out. */
  static List<CalibrationBin> calibration(List<JudgedCrop> crops, int bins) {
    List<List<JudgedCrop>> sorted = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      sorted.add(new ArrayList<>());
    }
    crops.forEach(
        crop -> sorted.get(Math.min(bins - 1, (int) (crop.confidence() * bins))).add(crop));
    return sorted.stream()
        .filter(bin -> !bin.isEmpty())
        .map(
            bin ->
                new CalibrationBin(
                    bin.stream().mapToDouble(JudgedCrop::confidence).average().orElseThrow(),
                    accuracy(bin).value(),
                    bin.size()))
        .toList();
  }

  /**
   * Returns the expected calibration error (Naeini et al. 2015): the mean gap between confidence
   * and accuracy over the bins, weighted by their size.
   */
  static double calibrationError(List<CalibrationBin> bins) {
    double faces = bins.stream().mapToInt(CalibrationBin::faces).sum();
    return bins.stream()
        .mapToDouble(bin -> bin.faces() / faces * Math.abs(bin.confidence() - bin.accuracy()))
        .sum();
  }

  /** Returns the accuracy on the share {@code keep}, in (0, 1], of the surest answers. */
  static Share surest(List<JudgedCrop> crops, double keep) {
    int kept = Math.max(1, (int) Math.round(keep * crops.size()));
    return accuracy(bySureness(crops).subList(0, kept));
  }

  /** Returns {@code points} steps of equal coverage, up to all faces. */
  static List<RiskPoint> riskCoverage(List<JudgedCrop> crops, int points) {
    List<RiskPoint> curve = new ArrayList<>();
    for (int i = 1; i <= points; i++) {
      double coverage = (double) i / points;
      curve.add(new RiskPoint(coverage, surest(crops, coverage).value()));
    }
    return curve;
  }

  private static List<JudgedCrop> bySureness(List<JudgedCrop> crops) {
    return crops.stream()
        .sorted(Comparator.comparingDouble(JudgedCrop::confidence).reversed())
        .toList();
  }
}
