package app.moodify.music.affect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.MusicRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TargetTest {
  private static final double SEVENTH = 1.0 / 7;
  private static final EmotionScores ANYTHING =
      EmotionScores.of(SEVENTH, SEVENTH, SEVENTH, SEVENTH, SEVENTH, SEVENTH, SEVENTH);

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
  void aCertainExpressionEndsInThePlaceOfTheTable(
      Emotion emotion, Goal goal, double valence, double arousal) {
    assertNear(target(emotion, goal).end(), new Affect(valence, arousal));
  }

  @ParameterizedTest
  @EnumSource(Goal.class)
  void anExpressionThatCouldBeAnythingIsTakenForNeutral(Goal goal) {
    assertNear(target(ANYTHING, goal).end(), target(Emotion.NEUTRAL, goal).end());
  }

  @Test
  void theMoreTheScoresSpreadTheNearerIsNeutral() {
    Affect neutral = Emotion.NEUTRAL.affect();
    double certain = target(Emotion.HAPPY, Goal.MATCH).end().distanceTo(neutral);
    double likely =
        target(EmotionScores.of(0.05, 0.05, 0.05, 0.7, 0.05, 0.05, 0.05), Goal.MATCH)
            .end()
            .distanceTo(neutral);
    double vague =
        target(EmotionScores.of(0.1, 0.1, 0.1, 0.4, 0.1, 0.1, 0.1), Goal.MATCH)
            .end()
            .distanceTo(neutral);

    assertThat(certain).isGreaterThan(likely);
    assertThat(likely).isGreaterThan(vague);
  }

  @ParameterizedTest
  @EnumSource(Emotion.class)
  void liftingIsBrighterAndCalmingQuieterThanFitting(Emotion emotion) {
    Affect fitting = target(emotion, Goal.MATCH).end();

    assertThat(target(emotion, Goal.LIFT).end().valence())
        .isGreaterThanOrEqualTo(fitting.valence());
    assertThat(target(emotion, Goal.CALM).end().arousal()).isLessThan(fitting.arousal());
  }

  @ParameterizedTest
  @EnumSource(
      value = Emotion.class,
      names = {"ANGRY", "DISGUST", "FEAR", "SAD"})
  void liftingAnUnpleasantStateStartsAtTheStateAndMovesOnInEvenSteps(Emotion emotion) {
    Target target = target(emotion, Goal.LIFT);

    assertNear(target.steps().get(0), emotion.affect());
    assertThat(target.steps()).hasSize(4);
    double step = target.steps().get(0).distanceTo(target.steps().get(1));
    for (int next = 1; next < 4; next++) {
      assertThat(target.steps().get(next - 1).distanceTo(target.steps().get(next)))
          .isCloseTo(step, within(1e-9));
      assertThat(target.steps().get(next).valence())
          .isGreaterThan(target.steps().get(next - 1).valence());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Emotion.class,
      names = {"HAPPY", "SURPRISE", "NEUTRAL"})
  void liftingAPleasantStateNeedsNoSteps(Emotion emotion) {
    assertThat(target(emotion, Goal.LIFT).steps()).hasSize(1);
  }

  @Test
  void theStepsShareOutTenMinutesOfMusicEvenly() {
    Target target = target(Emotion.SAD, Goal.LIFT);

    assertThat(
            Stream.of(0, 149, 150, 299, 300, 449, 450, 600, 36_000)
                .map(seconds -> target.stepAt(seconds)))
        .containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 3);
  }

  @Test
  void withoutStepsTheMusicIsAtTheGoalFromTheBeginning() {
    assertThat(target(Emotion.ANGRY, Goal.CALM).stepAt(0)).isZero();
    assertThat(target(Emotion.ANGRY, Goal.CALM).steps()).hasSize(1);
  }

  @Test
  void allMoodsAndGoalsTogetherAskForFewRegions() {
    Set<MusicRegion> regions = new HashSet<>();
    for (Emotion emotion : Emotion.values()) {
      for (Goal goal : Goal.values()) {
        assertThat(target(emotion, goal).places()).hasSizeBetween(1, 4);
        regions.addAll(target(emotion, goal).places().keySet());
      }
    }

    assertThat(regions).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void scoresThatAreRoundedUpALittleHaveATarget() {
    EmotionScores rounded = EmotionScores.of(0, 0, 0, 1.0, 0, 0.0009, 0);

    assertThat(target(rounded, Goal.MATCH).end().valence()).isBetween(0.7, 0.81);
  }

  private static Target target(Emotion emotion, Goal goal) {
    return target(EmotionScores.certain(emotion), goal);
  }

  private static Target target(EmotionScores scores, Goal goal) {
    return Target.of(new MusicRequest(scores, scores.best(), goal));
  }

  private static void assertNear(Affect actual, Affect expected) {
    assertThat(actual.valence()).isCloseTo(expected.valence(), within(1e-9));
    assertThat(actual.arousal()).isCloseTo(expected.arousal(), within(1e-9));
  }
}
