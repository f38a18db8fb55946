package app.moodify.lab.simulate;

import app.moodify.music.ranking.RankingPolicy;
import java.util.Locale;

/** Ways of learning that are compared; all else about choosing is the same. */
enum Learner {
  /** As Moodify does it: tempered Thompson sampling, and two places that explore. */
  MOODIFY("Moodify", RankingPolicy.builder()),
  /** Not at all. */
  NONE("no learning", RankingPolicy.builder().taste(0).temper(0).exploringSlots(0)),
  /** Takes what is likely for certain, and tries nothing out. */
  GREEDY("greedy", RankingPolicy.builder().temper(0).exploringSlots(0)),
  /**
   * A bandit whose features are the same for all candidates of a list, such as the mood and the
   * hour. Whatever it learns is added to the scores of all candidates alike and moves none before
   * another; so all that is left of it is that it explores.
   */
  SAME_FEATURES("features the same for all", RankingPolicy.builder().taste(0));

  private final String title;
  private final RankingPolicy policy;

  Learner(String title, RankingPolicy.Builder policy) {
    this.title = title;
    this.policy = policy.replays(0).build();
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
