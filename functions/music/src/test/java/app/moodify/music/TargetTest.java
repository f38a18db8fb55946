package app.moodify.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.moodify.core.Affect;
import app.moodify.core.Emotion;
import app.moodify.core.EmotionScores;
import app.moodify.core.Goal;
import app.moodify.core.MusicRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "HAPPY,  MATCH,  0.8,  0.5",
    "SAD,    MATCH, -0.7, -0.5",
    "SAD,    LIFT,   0.5,  0.3",
    "SAD,    CALM,   0.3, -0.6",
    "ANGRY,  LIFT,   0.4,  0.5",
    "ANGRY,  CALM,   0.4, -0.6",
    "FEAR,   CALM,   0.5, -0.7",
    "NEUTRAL,LIFT,   0.6,  0.4"
  })
  void aCertainExpressionHasThePlaceOfTheTable(
      Emotion emotion, Goal goal, double valence, double arousal) {
    assertNear(target(EmotionScores.certain(emotion), goal), new Affect(valence, arousal));
  }

  @ParameterizedTest
  @EnumSource(Goal.class)
  void anExpressionThatCouldBeAnythingIsTakenForNeutral(Goal goal) {
    double seventh = 1.0 / 7;
    EmotionScores anything =
        EmotionScores.of(seventh, seventh, seventh, seventh, seventh, seventh, seventh);

    assertNear(target(anything, goal), target(EmotionScores.certain(Emotion.NEUTRAL), goal));
  }

  @Test
  void theMoreTheScoresSpreadTheNearerIsNeutral() {
    Affect neutral = Emotion.NEUTRAL.affect();
    double certain = target(EmotionScores.certain(Emotion.HAPPY), Goal.MATCH).distanceTo(neutral);
    double likely =
        target(EmotionScores.of(0.05, 0.05, 0.05, 0.7, 0.05, 0.05, 0.05), Goal.MATCH)
            .distanceTo(neutral);
    double vague =
        target(EmotionScores.of(0.1, 0.1, 0.1, 0.4, 0.1, 0.1, 0.1), Goal.MATCH).distanceTo(neutral);

    assertThat(certain).isGreaterThan(likely);
    assertThat(likely).isGreaterThan(vague);
  }

  @ParameterizedTest
  @EnumSource(Emotion.class)
  void liftingIsBrighterAndCalmingQuieterThanFitting(Emotion emotion) {
    EmotionScores scores = EmotionScores.certain(emotion);

    assertThat(target(scores, Goal.LIFT).valence())
        .isGreaterThanOrEqualTo(target(scores, Goal.MATCH).valence());
    assertThat(target(scores, Goal.CALM).arousal())
        .isLessThan(target(scores, Goal.MATCH).arousal());
  }

  private static Affect target(EmotionScores scores, Goal goal) {
    return Target.of(new MusicRequest(scores, scores.best(), goal));
  }

  private static void assertNear(Affect actual, Affect expected) {
    assertThat(actual.valence()).isCloseTo(expected.valence(), within(1e-9));
    assertThat(actual.arousal()).isCloseTo(expected.arousal(), within(1e-9));
  }
}
