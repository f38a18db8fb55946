package app.moodify.lab.evaluate;

/**
 * A share of a count, with the interval that a sample of this size allows to claim.
 *
 * @param value hits / count, 0 where nothing was counted
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 * @param count how many were counted
 */
record Share(double value, double low, double high, int count) {
  /** The normal distribution's quantile for 95 %, two-sided. */
  private static final double Z = 1.959964;

  /** Returns the share with Wilson's interval (1927); 0 to 1 where nothing was counted. */
  static Share of(int hits, int count) {
    if (count == 0) {
      return new Share(0, 0, 1, 0);
    }
    double share = (double) hits / count;
    double square = Z * Z;
    double scale = 1 + square / count;
    double centre = (share + square / (2.0 * count)) / scale;
    double spread = share * (1 - share) / count + square / (4.0 * count * count);
    double reach = Z * Math.sqrt(spread) / scale;
    return new Share(share, Math.max(0, centre - reach), Math.min(1, centre + reach), count);
  }
}
