package app.moodify.music;

import app.moodify.core.Affect;
import app.moodify.core.Emotion;
import app.moodify.core.EmotionScores;
import app.moodify.core.Goal;
import app.moodify.core.MusicRequest;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the music should lie in the plane of valence and arousal.
 *
 * <p>Each goal has a place for each emotion. To fit, that is the emotion's own place (Russell
 * 1980); the places to lift and to calm are ours, after the project's research on music: energetic
 * and pleasant music is what people choose to cheer up with, slow and pleasant music to settle
 * down.
 */
public final class Target {
  private static final Map<Emotion, Affect> LIFT =
      places(
          Map.of(
              Emotion.ANGRY, new Affect(0.4, 0.5),
              Emotion.DISGUST, new Affect(0.4, 0.3),
              Emotion.FEAR, new Affect(0.4, 0.2),
              Emotion.HAPPY, new Affect(0.8, 0.7),
              Emotion.SAD, new Affect(0.5, 0.3),
              Emotion.SURPRISE, new Affect(0.7, 0.6),
              Emotion.NEUTRAL, new Affect(0.6, 0.4)));

  private static final Map<Emotion, Affect> CALM =
      places(
          Map.of(
              Emotion.ANGRY, new Affect(0.4, -0.6),
              Emotion.DISGUST, new Affect(0.4, -0.5),
              Emotion.FEAR, new Affect(0.5, -0.7),
              Emotion.HAPPY, new Affect(0.6, -0.5),
              Emotion.SAD, new Affect(0.3, -0.6),
              Emotion.SURPRISE, new Affect(0.5, -0.4),
              Emotion.NEUTRAL, new Affect(0.4, -0.6)));

  private Target() {}

  /**
   * Returns where the music for a request should lie: the mean of the emotions' places, weighted by
   * their probabilities, and drawn to the place of neutral by the square of how evenly the scores
   * are spread (their entropy as a share of the largest possible). Scores on one emotion are not
   * drawn at all, equal scores all the way: music for an expression that could be anything does as
   * little as it can do wrong.
   */
  public static Affect of(MusicRequest request) {
    double valence = 0;
    double arousal = 0;
    for (Emotion emotion : Emotion.values()) {
      Affect place = place(emotion, request.goal());
      valence += request.scores().of(emotion) * place.valence();
      arousal += request.scores().of(emotion) * place.arousal();
    }
    double drawn = Math.pow(spread(request.scores()), 2);
    Affect neutral = place(Emotion.NEUTRAL, request.goal());
    return new Affect(
        valence + drawn * (neutral.valence() - valence),
        arousal + drawn * (neutral.arousal() - arousal));
  }

  private static Affect place(Emotion emotion, Goal goal) {
    return switch (goal) {
      case MATCH -> emotion.affect();
      case LIFT -> LIFT.get(emotion);
      case CALM -> CALM.get(emotion);
    };
  }

  /** Shannon's entropy over its maximum, ln 7: 0 for one certain emotion, 1 for equal scores. */
  private static double spread(EmotionScores scores) {
    double entropy = 0;
    for (double score : scores.byEmotion().values()) {
      entropy -= score > 0 ? score * Math.log(score) : 0;
    }
    return Math.max(0, Math.min(1, entropy / Math.log(Emotion.values().length)));
  }

  private static Map<Emotion, Affect> places(Map<Emotion, Affect> places) {
    return new EnumMap<>(places);
  }
}
