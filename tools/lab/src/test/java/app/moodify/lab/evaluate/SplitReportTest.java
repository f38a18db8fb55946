package app.moodify.lab.evaluate;

import static app.moodify.lab.evaluate.TestCrops.judged;
import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Emotion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitReportTest {
  private static final Optional<List<Integer>> HAPPY_VOTES =
      Optional.of(List.of(2, 8, 0, 0, 0, 0, 0, 0, 0, 0));
  private static final Optional<List<Integer>> NO_MAJORITY =
      Optional.of(List.of(5, 5, 0, 0, 0, 0, 0, 0, 0, 0));

  private static SplitReport report() {
    return SplitReport.of(
        List.of(
            judged(Emotion.HAPPY, Emotion.HAPPY, 0.9, true, HAPPY_VOTES, Optional.of(1)),
            judged(Emotion.HAPPY, Emotion.SAD, 0.4, false, HAPPY_VOTES, Optional.of(0)),
            judged(Emotion.SAD, Emotion.SAD, 0.6, false, NO_MAJORITY, Optional.empty()),
            judged(Emotion.ANGRY, Emotion.ANGRY, 0.45)));
  }

  @Test
  void copiesOfTrainingImagesAreLeftOutOfTheDeduplicatedAccuracy() {
    assertThat(report().accuracy().official()).isEqualTo(Share.of(3, 4));
    assertThat(report().accuracy().deduplicated()).isEqualTo(Share.of(2, 3));
  }

  @Test
  void onlyFacesWithAMajorityCountForFerPlus() {
    assertThat(report().accuracy().ferPlusMajority()).isEqualTo(Share.of(1, 2));
  }

  @Test
  void withoutVotesThereIsNoFerPlusFigure() {
    SplitReport report = SplitReport.of(List.of(judged(Emotion.SAD, Emotion.SAD, 0.9)));

    assertThat(report.accuracy().ferPlusMajority()).isNull();
  }

  @Test
  void theUnsureRuleIsReportedAsItWorks() {
    assertThat(report().unsure().coverage()).isEqualTo(Share.of(2, 4));
    assertThat(report().unsure().accuracyWhenSure()).isEqualTo(Share.of(2, 2));
  }

  @Test
  void recallAndConfusionAreNamedByEmotionInTheirOrder() {
    assertThat(report().recall().keySet())
        .containsExactly("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");
    assertThat(report().recall().get("happy")).isEqualTo(Share.of(1, 2));
    assertThat(report().confusion().get("happy").get("sad")).isEqualTo(1);
  }

  @Test
  void theSampleIsEverySoManiethRow() {
    assertThat(SplitReport.Sample.rows(List.of(0, 1, 2, 3, 4, 5, 6), 3)).containsExactly(0, 3, 6);
    assertThat(report().sample()).isEqualTo(new SplitReport.Sample(1, 4, 3));
  }
}
