package app.moodify.lab.simulate;

import app.moodify.music.ranking.RankingPolicy;
import java.util.Locale;

/** Ways of learning that are compared; all else about choosing is the same. */
enum Learner {
  /** As Moodify does it: tempered Thompson sampling, and two places that explore. */
  MOODIFY("Moodify", RankingPolicy.STANDARD),
  /** Not at all. */
  NONE("no learning", RankingPolicy.STANDARD.withoutTaste()),
  /** Takes what is thought likely for certain, and tries nothing out. */
  GREEDY("greedy", RankingPolicy.STANDARD.greedy()),
  /**
   * A bandit whose features are the same for all candidates of a list, such as the mood and the
   * hour. Whatever it learns is added to the marks of all candidates alike and moves none before
   * another; so all that is left of it is that it explores.
   */
  SAME_FEATURES("features the same for all", RankingPolicy.STANDARD.exploringOnly());

  private final String title;
  private final RankingPolicy policy;

  Learner(String title, RankingPolicy policy) {
    this.title = title;
    this.policy = policy.withoutReplays();
  }

  /** Its name for people. */
  String title() {
    return title;
  }

  /** Its name in JSON. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  RankingPolicy policy() {
    return policy;
  }
}
