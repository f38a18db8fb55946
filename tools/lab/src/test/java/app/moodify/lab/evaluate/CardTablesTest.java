package app.moodify.lab.evaluate;

import static app.moodify.lab.evaluate.TestCrops.judged;
import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Emotion;
import app.moodify.lab.dataset.Split;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardTablesTest {
  private static final String CARD =
      "# Card\n<!-- figures: PrivateTest -->\nold\n<!-- end -->\nText.\n"
          + "<!-- figures: photos -->\nolder\n<!-- end -->\nEnd.\n";

  private static final Metrics METRICS =
      Metrics.of("v1")
          .with(
              Split.PRIVATE_TEST,
              SplitReport.of(
                  List.of(
                      judged(Emotion.HAPPY, Emotion.HAPPY, 0.9),
                      judged(Emotion.SAD, Emotion.FEAR, 0.5))));

  @Test
  void theTableOfWhatWasMeasuredIsReplacedAndTheRestStays() {
    String card = CardTables.updated(CARD, METRICS);

    assertThat(card)
        .startsWith("# Card\n<!-- figures: PrivateTest -->\nModel v1, original and mirrored.\n")
        .contains("| accuracy, official | 50.0 % | 9.5 to 90.5 | 2 |\n")
        .contains("| one face, one thread, median | 2.0 ms | | |\n<!-- end -->\nText.\n")
        .endsWith("<!-- figures: photos -->\nolder\n<!-- end -->\nEnd.\n")
        .doesNotContain("FER+");
  }

  @Test
  void writingTwiceChangesNothing() {
    String once = CardTables.updated(CARD, METRICS);

    assertThat(CardTables.updated(once, METRICS)).isEqualTo(once);
  }

  @Test
  void aCardWithoutPlacesForTablesStaysAsItIs() {
    assertThat(CardTables.updated("# Card\n", METRICS)).isEqualTo("# Card\n");
  }
}
