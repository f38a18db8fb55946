package app.moodify.core.mood;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often each emotion was seen.
 *
 * @param byEmotion a count for each emotion that was, in the order of {@link Emotion}
 */
public record EmotionCounts(Map<Emotion, Integer> byEmotion) {
  /** Nothing was counted. */
  public static final EmotionCounts NONE = new EmotionCounts(Map.of());

  /** Keeps a copy. */
  public EmotionCounts {
    Map<Emotion, Integer> copy = new EnumMap<>(Emotion.class);
    copy.putAll(byEmotion);
    byEmotion = Collections.unmodifiableMap(copy);
  }

  /** Returns the counts with one more of an emotion. */
  public EmotionCounts plus(Emotion emotion) {
    Map<Emotion, Integer> more = new EnumMap<>(Emotion.class);
    more.putAll(byEmotion);
    more.merge(emotion, 1, Integer::sum);
    return new EmotionCounts(more);
  }

  /** Returns the counts of this and another. */
  public EmotionCounts plus(EmotionCounts other) {
    Map<Emotion, Integer> more = new EnumMap<>(Emotion.class);
    more.putAll(byEmotion);
    other.byEmotion.forEach((emotion, count) -> more.merge(emotion, count, Integer::sum));
    return new EmotionCounts(more);
  }

  /** Returns how many there are in all. */
  public int sum() {
    return byEmotion.values().stream().mapToInt(Integer::intValue).sum();
  }
}
