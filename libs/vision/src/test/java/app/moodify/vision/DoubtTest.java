package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoubtTest {
  private static final Path FOLDER = TestPhotos.models().resolve("expression");
  private static final String VERSION = ModelCard.read(FOLDER).version();
  private static final EmotionScores HAPPY =
      EmotionScores.of(0.02, 0.01, 0.02, 0.9, 0.01, 0.02, 0.02);

  private final Doubt doubt = Doubt.read(FOLDER, VERSION);

  private record Case(String pixels, Map<String, Double> measures, double doubt) {
    byte[] crop() {
      return Base64.getDecoder().decode(pixels);
    }
  }

  @Test
  void itIsTheTrainersDoubt() throws Exception {
    Case[] cases =
        new Gson().fromJson(Files.readString(FOLDER.resolve("doubt_parity.json")), Case[].class);

    assertThat(cases).hasSizeGreaterThan(10);
    assertThat(Arrays.stream(cases).filter(each -> each.doubt > 0.1)).hasSizeGreaterThan(3);
    for (Case each : cases) {
      Map<String, Double> measures = CropMeasures.of(each.crop());
      assertThat(measures).containsOnlyKeys(each.measures.keySet());
      each.measures.forEach(
          (name, value) -> assertThat(measures.get(name)).as(name).isCloseTo(value, within(1e-9)));
      assertThat(doubt.in(each.crop())).isCloseTo(each.doubt, within(1e-9));
    }
  }

  @Test
  void aCropOfOneGreyIsDoubtedAndItsLikeliestEmotionStays() {
    byte[] grey = new byte[FaceAligner.SIDE * FaceAligner.SIDE];

    EmotionScores lowered = doubt.lower(HAPPY, grey);

    assertThat(lowered.best()).isEqualTo(Emotion.HAPPY);
    assertThat(lowered.confidence()).isLessThan(0.4);
    assertThat(Arrays.stream(Emotion.values()).mapToDouble(lowered::of).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void withoutARuleNothingIsDoubted(@TempDir Path folder) {
    byte[] grey = new byte[FaceAligner.SIDE * FaceAligner.SIDE];

    assertThat(Doubt.read(folder, VERSION).lower(HAPPY, grey).confidence())
        .isCloseTo(0.9, within(1e-9));
  }

  @Test
  void theRuleOfAnotherModelIsRefused() {
    assertThatThrownBy(() -> Doubt.read(FOLDER, "2000-01-01-other"))
        .hasMessageContaining("another model");
  }
}
