package app.moodify.lab.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A mean with an interval that holds the true one in 95 of 100 cases.
 *
 * @param mean of the sample
 * @param low the interval's lower end
 * @param high the interval's upper end
 */
record Estimate(double mean, double low, double high) {
  private static final int RESAMPLES = 4000;
  private static final int SEED = 95;

  /** Estimates by the percentile bootstrap (Efron, 1979); the same sample, the same interval. */
  static Estimate of(double... sample) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[RESAMPLES];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      double sum = 0;
      for (int drawn = 0; drawn < sample.length; drawn++) {
        sum += sample[random.nextInt(sample.length)];
      }
      means[resample] = sum / sample.length;
    }
    Arrays.sort(means);
    return new Estimate(
        Arrays.stream(sample).average().orElse(Double.NaN),
        means[(int) (0.025 * RESAMPLES)],
        means[(int) (0.975 * RESAMPLES)]);
  }

  /** Estimates the mean difference of two samples whose elements belong together. */
  static Estimate ofDifference(double[] sample, double[] from) {
    double[] differences = new double[sample.length];
    Arrays.setAll(differences, index -> sample[index] - from[index]);
    return of(differences);
  }
}
