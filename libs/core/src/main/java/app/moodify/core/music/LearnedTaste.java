package app.moodify.core.music;

import app.moodify.core.mood.Emotion;
import java.util.List;
import java.util.Optional;

/**
 * What was learned from a person's feedback, for them to see and to take with them. Worked out from
 * the feedback each time, so that taking feedback back takes back what was learned from it.
 *
 * @param features what they like and dislike
 * @param events how many pieces of feedback were informative
 * @param feedback all feedback there is, also what was not informative
 */
public record LearnedTaste(List<Feature> features, int events, List<Feedback> feedback) {

  /** Copies the lists. */
  public LearnedTaste {
    features = List.copyOf(features);
    feedback = List.copyOf(feedback);
  }

  /**
   * How a person took to music with one feature.
   *
   * @param kind what kind of feature, such as {@code genre}
   * @param value which, such as {@code folk}
   * @param emotion the expression it was heard under; empty for all together
   * @param liked the weight of what speaks for it, 0 or more
   * @param disliked the weight of what speaks against it, 0 or more
   */
  public record Feature(
      String kind, String value, Optional<Emotion> emotion, double liked, double disliked) {}
}
