package app.moodify.music.ranking;

/**
 * How a list is chosen. The weights are ours, see docs/decisions/0009-taste.md; {@code ./moodify
 * compare-music} and {@code ./moodify simulate} measure what they do.
 *
 * @param fit what nearness to the target counts
 * @param taste what a taste that is fully known counts
 * @param quality what popularity within its source counts
 * @param freshness what it counts that a track is new to the person, or came out lately
 * @param chance how much is left to chance, so that like moods do not get one and the same list
 * @param variety what it counts against a track that it is like one already chosen
 * @param temper how far the guess at the taste follows chance, see {@link
 *     app.moodify.music.taste.PosteriorSample}
 * @param exploringSlots how many places of a list try what the person has hardly heard
 * @param replays how many times the choice is made again with other chance, to find out how likely
 *     each track was; without any, each counts as certain
 */
public record RankingPolicy(
    double fit,
    double taste,
    double quality,
    double freshness,
    double chance,
    double variety,
    double temper,
    int exploringSlots,
    int replays) {

  /** How Moodify chooses. */
  public static final RankingPolicy STANDARD =
      new RankingPolicy(1, 2, 0.1, 0.06, 0.02, 0.15, 0.3, 2, 20);

  /** Returns a policy that does not learn. */
  public RankingPolicy withoutTaste() {
    return new RankingPolicy(fit, 0, quality, freshness, chance, variety, 0, 0, replays);
  }

  /** Returns a policy that takes what is thought likely for certain, and tries nothing out. */
  public RankingPolicy greedy() {
    return new RankingPolicy(fit, taste, quality, freshness, chance, variety, 0, 0, replays);
  }

  /** Returns a policy that knows no taste, but tries out what is new all the same. */
  public RankingPolicy exploringOnly() {
    return new RankingPolicy(
        fit, 0, quality, freshness, chance, variety, temper, exploringSlots, replays);
  }

  /** Returns a policy that does not find out how likely its choices are, which takes time. */
  public RankingPolicy withoutReplays() {
    return new RankingPolicy(
        fit, taste, quality, freshness, chance, variety, temper, exploringSlots, 0);
  }
}
