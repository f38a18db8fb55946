package app.moodify.lab.evaluate;

import static app.moodify.lab.evaluate.TestCrops.judged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.moodify.core.mood.Emotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  /** Eight right at 0.9, two wrong at 0.9, five right and five wrong at 0.5. */
  private static List<JudgedCrop> twentyCrops() {
    List<JudgedCrop> crops = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      crops.add(judged(Emotion.HAPPY, i < 8 ? Emotion.HAPPY : Emotion.SAD, 0.9));
      crops.add(judged(Emotion.SAD, i < 5 ? Emotion.SAD : Emotion.FEAR, 0.5));
    }
    return crops;
  }

  @Test
  void confusionCountsAnswersByLabel() {
    int[][] counts = Measures.confusion(twentyCrops());

    assertThat(counts[Emotion.HAPPY.ordinal()]).containsExactly(0, 0, 0, 8, 2, 0, 0);
    assertThat(counts[Emotion.SAD.ordinal()]).containsExactly(0, 0, 5, 0, 5, 0, 0);
  }

  @Test
  void macroF1IsTheMeanOverAllSevenEmotions() {
    double happy = 2.0 * 8 / (10 + 8);
    double sad = 2.0 * 5 / (10 + 7);

    assertThat(Measures.macroF1(Measures.confusion(twentyCrops())))
        .isCloseTo((happy + sad) / 7, within(1e-12));
  }

  @Test
  void calibrationErrorIsTheGapBetweenConfidenceAndAccuracy() {
    List<Measures.CalibrationBin> bins = Measures.calibration(twentyCrops(), 15);

    assertThat(bins).hasSize(2);
    assertThat(bins.get(0).confidence()).isCloseTo(0.5, within(1e-12));
    assertThat(bins.get(1).accuracy()).isCloseTo(0.8, within(1e-12));
    assertThat(Measures.calibrationError(bins)).isCloseTo(0.5 * 0 + 0.5 * 0.1, within(1e-12));
  }

  @Test
  void aCertainAnswerFallsIntoTheLastBin() {
    List<JudgedCrop> crops = List.of(judged(Emotion.FEAR, Emotion.FEAR, 1));

    assertThat(Measures.calibration(crops, 15)).singleElement().extracting("faces").isEqualTo(1);
  }

  @Test
  void theSurestAnswersAreRightMoreOften() {
    assertThat(Measures.surest(twentyCrops(), 0.5).value()).isCloseTo(0.8, within(1e-12));
    assertThat(Measures.surest(twentyCrops(), 1).value()).isCloseTo(0.65, within(1e-12));
  }

  @Test
  void theRiskCurveEndsAtTheAccuracyOnAllFaces() {
    List<Measures.RiskPoint> curve = Measures.riskCoverage(twentyCrops(), 4);

    assertThat(curve).extracting("coverage").containsExactly(0.25, 0.5, 0.75, 1.0);
    assertThat(curve.get(3).accuracy()).isCloseTo(0.65, within(1e-12));
  }
}
