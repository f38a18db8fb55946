package app.moodify.music.taste;

import app.moodify.core.music.Feedback;

/** What one piece of feedback says. The weights are ours, see docs/decisions/0009-taste.md. */
final class RewardModel {
  /** Who has heard this much of a track did not mind it. */
  private static final double HEARD_SHARE = 0.6;

  private static final BetaCounts LIKE = new BetaCounts(1, 0);
  private static final BetaCounts HEARD = new BetaCounts(0.5, 0);
  private static final BetaCounts SKIP = new BetaCounts(0, 0.5);
  private static final BetaCounts DISLIKE = new BetaCounts(0, 1);

  private RewardModel() {}

  /** Returns what feedback says; {@link BetaCounts#NONE} if a track was only begun. */
  static BetaCounts of(Feedback feedback) {
    return switch (feedback.verdict()) {
      case LIKE -> LIKE;
      case DISLIKE -> DISLIKE;
      case SKIP -> SKIP;
      case PLAYED -> feedback.playedShare().orElse(0) >= HEARD_SHARE ? HEARD : BetaCounts.NONE;
    };
  }
}
