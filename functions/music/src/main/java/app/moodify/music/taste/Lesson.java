package app.moodify.music.taste;

import app.moodify.core.Feedback;

/** What one piece of feedback says. The weights are ours, see docs/decisions/0009-taste.md. */
final class Lesson {
  /** Who has heard this much of a track did not mind it. */
  private static final double HEARD_SHARE = 0.6;

  private static final Evidence LIKE = new Evidence(1, 0);
  private static final Evidence HEARD = new Evidence(0.5, 0);
  private static final Evidence SKIP = new Evidence(0, 0.5);
  private static final Evidence DISLIKE = new Evidence(0, 1);

  private Lesson() {}

  /** Returns what feedback says; {@link Evidence#NONE} if a track was only begun. */
  static Evidence of(Feedback feedback) {
    return switch (feedback.verdict()) {
      case LIKE -> LIKE;
      case DISLIKE -> DISLIKE;
      case SKIP -> SKIP;
      case PLAYED -> feedback.playedShare().orElse(0) >= HEARD_SHARE ? HEARD : Evidence.NONE;
    };
  }
}
