package app.moodify.music.taste;

/**
 * What speaks for and against something, as the counts of a beta distribution with the prior
 * Beta(1, 1).
 *
 * @param liked the weight of what speaks for it, 0 or more
 * @param disliked the weight of what speaks against it, 0 or more
 */
public record BetaCounts(double liked, double disliked) {
  /** Nothing was said. */
  public static final BetaCounts NONE = new BetaCounts(0, 0);

  /** Returns how much was said. */
  public double amount() {
    return liked + disliked;
  }

  /** Returns how likely it is to be liked, as far as is known, in (0, 1). */
  public double mean() {
    return alpha() / (alpha() + beta());
  }

  double alpha() {
    return 1 + liked;
  }

  double beta() {
    return 1 + disliked;
  }

  BetaCounts plus(BetaCounts other) {
    return new BetaCounts(liked + other.liked, disliked + other.disliked);
  }

  BetaCounts times(double factor) {
    return new BetaCounts(factor * liked, factor * disliked);
  }
}
