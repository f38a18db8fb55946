package app.moodify.lab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.moodify.lab.SharedData;
import app.moodify.lab.dataset.FaceDataset;
import app.moodify.lab.dataset.LabelledCrop;
import app.moodify.lab.dataset.Split;
import app.moodify.vision.EmotionClassifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model card, its figures and the model in the repository are of one piece. */
class ShippedModelTest {
  private static final Path MODELS =
      Path.of(System.getenv().getOrDefault("MOODIFY_MODELS", "../../models"));

  private static Metrics metrics() throws Exception {
    return new MetricsFile(MODELS.resolve("metrics.json")).read().orElseThrow();
  }

  @Test
  void theFiguresAreOfTheModelThatIsShipped() throws Exception {
    try (EmotionClassifier classifier = EmotionClassifier.open(MODELS)) {
      assertThat(metrics().model()).isEqualTo(classifier.version());
    }
    assertThat(metrics().splits()).containsKeys("PublicTest", "PrivateTest");
    assertThat(metrics().photos()).isNotNull();
  }

  @Test
  void theTablesInTheModelCardAreThoseOfTheFigures() throws Exception {
    String card = Files.readString(MODELS.resolve("README.md"));

    assertThat(card)
        .contains("<!-- figures: PrivateTest -->", "<!-- figures: photos -->")
        .isEqualTo(CardTables.updated(card, metrics()));
  }

  @Test
  void thePicturesAreThoseOfTheFigures(@TempDir Path drawn) throws Exception {
    for (Split split : List.of(Split.PUBLIC_TEST, Split.PRIVATE_TEST)) {
      new FigureFiles(drawn).write(split, metrics().splits().get(split.key()));
      for (String kind : List.of("confusion", "reliability", "risk-coverage")) {
        String name = "figures/" + split.key() + "-" + kind + ".svg";
        assertThat(MODELS.resolve(name)).hasSameTextualContentAs(drawn.resolve(name));
      }
    }
  }

  @Test
  void theModelAnswersTheSampleOfTheRealDataAsItDidWhenItWasMeasured() throws Exception {
    Path data = SharedData.folder("fer2013");
    SplitReport.Sample sample = metrics().splits().get(Split.PUBLIC_TEST.key()).sample();
    List<LabelledCrop> crops =
        FaceDataset.read(data, sentence -> {}).stream()
            .filter(crop -> crop.split() == Split.PUBLIC_TEST)
            .toList();
    List<LabelledCrop> rows = SplitReport.Sample.rows(crops, sample.every());

    try (EmotionClassifier classifier = EmotionClassifier.open(MODELS)) {
      long right =
          new CropEvaluation(classifier, sentence -> {})
              .judge(rows).stream().filter(JudgedCrop::isRight).count();

      assertThat(rows).hasSize(sample.faces());
      // Another processor may round the last bit differently: one face on the edge, not more.
      assertThat(right).isCloseTo(sample.right(), within(1L));
    }
  }

  @Test
  void ferPlusHasItsKnownNumberOfMajorityFaces() throws Exception {
    List<LabelledCrop> crops = FaceDataset.read(SharedData.folder("fer2013"), sentence -> {});

    // 3,153 by the votes alone; one of them is a row whose votes are another image's.
    assertThat(crops.stream().filter(crop -> crop.split() == Split.PRIVATE_TEST))
        .filteredOn(crop -> crop.votes().flatMap(FerPlusMajority::of).isPresent())
        .hasSize(3_152);
  }
}
