package app.moodify.lab.evaluate;

import app.moodify.core.mood.Emotion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that is measured on one split of a data set; written as it is to {@code metrics.json}.
 *
 * @param faces how many crops the split has
 * @param accuracy of several readings of the split
 * @param macroF1 the plain mean of the classes' F1
 * @param recall of each emotion: how many of its faces are recognised
 * @param calibrationError expected, over 15 bins
 * @param calibration the bins
 * @param surest80 accuracy on the 80 % surest answers
 * @param unsure the "not sure" rule at work
 * @param riskCoverage accuracy by how many faces get an answer
 * @param millisecondsPerFace original and mirrored, on one thread
 * @param sample a few rows of the split, for a test to do again
 * @param confusion by label, then by answer, how many
 */
record SplitReport(
    int faces,
    Accuracy accuracy,
    double macroF1,
    Map<String, Share> recall,
    double calibrationError,
    List<Measures.CalibrationBin> calibration,
    Share surest80,
    Unsure unsure,
    List<Measures.RiskPoint> riskCoverage,
    Milliseconds millisecondsPerFace,
    Sample sample,
    Map<String, Map<String, Integer>> confusion) {
  private static final int CALIBRATION_BINS = 15;
  private static final int RISK_POINTS = 20;

  /**
   * Accuracy.
   *
   * @param official on all faces
   * @param deduplicated without the faces that are copies of Training images
   * @param ferPlusMajority of the FER+ head, where most of FER+'s raters agree; null without votes
   */
  record Accuracy(Share official, Share deduplicated, Share ferPlusMajority) {}

  /**
   * The "not sure" rule.
   *
   * @param coverage how many faces get an answer
   * @param accuracyWhenSure how many of those answers are right
   */
  record Unsure(Share coverage, Share accuracyWhenSure) {}

  /** Time for one face: median and the value that 95 % stay below. */
  record Milliseconds(double median, double p95) {}

  /**
   * Every so manieth row of the split.
   *
   * @param every the distance of the rows, beginning with the first
   * @param faces how many they are
   * @param right how many of them are answered as labelled
   */
  record Sample(int every, int faces, int right) {
    /** About 300 rows: enough to notice another model, few enough for every test run. */
    private static final int FACES = 300;

    static Sample of(List<JudgedCrop> crops) {
      int every = Math.max(1, crops.size() / FACES);
      List<JudgedCrop> rows = rows(crops, every);
      return new Sample(
          every, rows.size(), (int) rows.stream().filter(JudgedCrop::isRight).count());
    }

    /** Returns every so manieth of the rows, beginning with the first. */
    static <T> List<T> rows(List<T> all, int every) {
      return IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
    }
  }

  /** Measures. There must be at least one crop. */
  static SplitReport of(List<JudgedCrop> crops) {
    int[][] confusion = Measures.confusion(crops);
    List<Measures.CalibrationBin> bins = Measures.calibration(crops, CALIBRATION_BINS);
    return new SplitReport(
        crops.size(),
        accuracy(crops),
        Measures.macroF1(confusion),
        recall(crops),
        Measures.calibrationError(bins),
        bins,
        Measures.surest(crops, 0.8),
        new Unsure(
            Measures.share(crops, JudgedCrop::sure),
            Measures.accuracy(only(crops, JudgedCrop::sure))),
        Measures.riskCoverage(crops, RISK_POINTS),
        milliseconds(crops),
        Sample.of(crops),
        byName(confusion));
  }

  private static Accuracy accuracy(List<JudgedCrop> crops) {
    List<Boolean> agreed =
        crops.stream().map(SplitReport::agrees).filter(Objects::nonNull).toList();
    int hits = (int) agreed.stream().filter(Boolean::booleanValue).count();
    return new Accuracy(
        Measures.accuracy(crops),
        Measures.accuracy(only(crops, crop -> !crop.crop().copyOfTraining())),
        agreed.isEmpty() ? null : Share.of(hits, agreed.size()));
  }

  /** Whether the FER+ head answers as the raters do; null where there is nothing to compare. */
  private static Boolean agrees(JudgedCrop crop) {
    return crop.crop()
        .votes()
        .flatMap(FerPlusMajority::of)
        .flatMap(majority -> crop.votesAnswer().map(majority::equals))
        .orElse(null);
  }

  private static Map<String, Share> recall(List<JudgedCrop> crops) {
    return byEmotion(emotion -> Measures.accuracy(only(crops, crop -> crop.label() == emotion)));
  }

  private static Map<String, Map<String, Integer>> byName(int[][] confusion) {
    return byEmotion(label -> byEmotion(answer -> confusion[label.ordinal()][answer.ordinal()]));
  }

  private static Milliseconds milliseconds(List<JudgedCrop> crops) {
    double[] sorted = crops.stream().mapToDouble(JudgedCrop::milliseconds).sorted().toArray();
    return new Milliseconds(sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.95)]);
  }

  private static List<JudgedCrop> only(List<JudgedCrop> crops, Predicate<JudgedCrop> condition) {
    return crops.stream().filter(condition).toList();
  }

  /** Returns a value for each emotion, in their order, under the name that all of Moodify uses. */
  static <T> Map<String, T> byEmotion(Function<Emotion, T> value) {
    return Arrays.stream(Emotion.values())
        .collect(Collectors.toMap(Emotion::key, value, (one, other) -> one, LinkedHashMap::new));
  }
}
