package app.moodify.music.ranking;

/**
 * How a list is chosen. A track's score is the weighted sum of its fit, taste, quality, freshness
 * and noise, less its similarity to what is chosen already. The {@link Builder} says where each
 * value comes from.
 *
 * @param fit weight of the nearness to the target
 * @param taste weight of a taste that is fully known
 * @param quality weight of the popularity within a track's source
 * @param freshness weight of being new to the person, or released lately
 * @param noise weight of a random number, so that similar moods do not all get the same list
 * @param variety weight of the similarity to a track already chosen, which counts against a track
 * @param temper how far the sample of the taste is drawn from its mean, see {@link
 *     app.moodify.music.taste.PosteriorSample}
 * @param exploringSlots how many slots of a list try what the person has hardly heard
 * @param replays how many times the choice is repeated with other seeds, to estimate how likely
 *     each track was; without any, each counts as certain
 */
public record RankingPolicy(
    double fit,
    double taste,
    double quality,
    double freshness,
    double noise,
    double variety,
    double temper,
    int exploringSlots,
    int replays) {

  /** How Moodify chooses. */
  public static final RankingPolicy STANDARD = builder().build();

  /** Returns a builder that begins with how Moodify chooses. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes policies. All values are ours, see docs/decisions/0009-taste.md. They began as a guess
   * and were set by {@code ./moodify simulate} and {@code ./moodify compare-music}, because there
   * are no listeners yet to ask.
   */
  public static final class Builder {
    /** The unit: all other weights are relative to it. */
    private final double fit = 1;

    /** Began as 0.8, before the simulation. */
    private double taste = 2;

    /** Began as 0.15, before the comparison. */
    private final double quality = 0.1;

    /** Began as 0.15, before the comparison. */
    private final double freshness = 0.06;

    /** Began as 0.03: parts tracks that are about equally good, and no others. */
    private final double noise = 0.02;

    /** Began as 0.25, before the comparison. */
    private final double variety = 0.15;

    /** From the simulation, where plain Thompson sampling, which is 1, explored too much. */
    private double temper = 0.3;

    /** Two of fifteen, as many as the simulation began with. */
    private int exploringSlots = 2;

    /** Estimates a propensity to about 0.1 (one standard error), within the 5 ms for ranking. */
    private int replays = 20;

    private Builder() {}

    /** Sets the weight of the taste; 0 for a policy that does not learn. */
    public Builder taste(double weight) {
      taste = weight;
      return this;
    }

    /** Sets the temper; 0 for a policy that takes what is likely for certain. */
    public Builder temper(double share) {
      temper = share;
      return this;
    }

    /** Sets the exploring slots; 0 for a policy that tries nothing out. */
    public Builder exploringSlots(int slots) {
      exploringSlots = slots;
      return this;
    }

    /** Sets the replays; 0 for a policy that need not estimate propensities, which takes time. */
    public Builder replays(int times) {
      replays = times;
      return this;
    }

    /** Returns the policy. */
    public RankingPolicy build() {
      return new RankingPolicy(
          fit, taste, quality, freshness, noise, variety, temper, exploringSlots, replays);
    }
  }
}
