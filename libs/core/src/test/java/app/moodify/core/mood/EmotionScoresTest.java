package app.moodify.core.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmotionScoresTest {
  private static final EmotionScores MOSTLY_HAPPY =
      EmotionScores.of(0.05, 0.0, 0.05, 0.6, 0.0, 0.1, 0.2);

  @Test
  void ranksTheEmotionsFromTheMostToTheLeastLikely() {
    assertThat(MOSTLY_HAPPY.ranked())
        .startsWith(Emotion.HAPPY, Emotion.NEUTRAL, Emotion.SURPRISE, Emotion.ANGRY, Emotion.FEAR);
    assertThat(MOSTLY_HAPPY.best()).isEqualTo(Emotion.HAPPY);
    assertThat(MOSTLY_HAPPY.confidence()).isEqualTo(0.6);
    assertThat(MOSTLY_HAPPY.margin()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void expectedAffectIsTheWeightedMeanOfTheEmotionsPlaces() {
    Affect affect = EmotionScores.of(0, 0, 0, 0.5, 0.5, 0, 0).affect();

    assertThat(affect.valence()).isCloseTo(0.05, within(1e-9));
    assertThat(affect.arousal()).isCloseTo(0.0, within(1e-9));
  }

  @Test
  void aPersonsOwnWordIsCertain() {
    assertThat(EmotionScores.certain(Emotion.SAD).of(Emotion.SAD)).isEqualTo(1);
    assertThat(EmotionScores.certain(Emotion.SAD).affect()).isEqualTo(Emotion.SAD.affect());
  }

  @Test
  void refusesScoresThatAreNoDistribution() {
    assertThatThrownBy(() -> EmotionScores.of(0.5, 0, 0, 0, 0, 0, 0))
        .hasMessageContaining("add up to 1");
    assertThatThrownBy(() -> EmotionScores.of(1.5, -0.5, 0, 0, 0, 0, 0))
        .hasMessageContaining("[0, 1]");
    assertThatThrownBy(() -> EmotionScores.of(Double.NaN, 1, 0, 0, 0, 0, 0))
        .hasMessageContaining("[0, 1]");
    assertThatThrownBy(() -> EmotionScores.of(0.5, 0.5)).hasMessageContaining("Seven");
  }

  @Test
  void keysAreTheNamesOutsideOfJavaAndLeadBack() {
    assertThat(Emotion.values()).allMatch(e -> Emotion.fromKey(e.key()).orElseThrow() == e);
    assertThat(MoodStatus.NO_FACE.key()).isEqualTo("no_face");
    assertThat(Goal.fromKey("LIFT")).isEmpty();
    assertThat(Goal.fromKey(null)).isEmpty();
  }
}
