package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmotionClassifierTest {
  private static final Path FOLDER = TestPhotos.models().resolve("expression");
  private static final EmotionClassifier CLASSIFIER = new EmotionClassifier(FOLDER, 1);

  private record Case(String name, String pixels, float[] probabilities) {}

  @AfterAll
  static void close() {
    CLASSIFIER.close();
  }

  private static byte[] crop(long seed) {
    byte[] crop = new byte[48 * 48];
    new Random(seed).nextBytes(crop);
    return crop;
  }

  @Test
  void scoresWhatTheTrainerScored() throws Exception {
    Case[] cases =
        new Gson().fromJson(Files.readString(FOLDER.resolve("parity.json")), Case[].class);

    assertThat(cases).hasSizeGreaterThan(5);
    for (Case each : cases) {
      float[] scores = CLASSIFIER.run(Base64.getDecoder().decode(each.pixels))[0];
      assertThat(scores).as(each.name).containsExactly(each.probabilities, within(1e-4f));
    }
  }

  @Test
  void theVotesHeadSharesOneAmongTheEightClassesOfFerPlus() {
    double[] votes = CLASSIFIER.votes(crop(3));

    assertThat(CLASSIFIER.voteClasses())
        .containsExactly(
            "neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt");
    assertThat(votes).hasSize(8);
    assertThat(DoubleStream.of(votes)).allMatch(vote -> vote >= 0);
    assertThat(DoubleStream.of(votes).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aModelTrainedWithoutVotesSaysSo(@TempDir Path folder) throws Exception {
    String card = Files.readString(FOLDER.resolve("model.json"));
    for (String part : List.of("saved_model.pb", "variables")) {
      Files.createSymbolicLink(folder.resolve(part), FOLDER.resolve(part).toAbsolutePath());
    }
    Files.writeString(
        folder.resolve("model.json"),
        card.replaceFirst("(?s)\"votes\": \\{.*?\\}", "\"votes\": null"));

    try (EmotionClassifier classifier = new EmotionClassifier(folder, 1)) {
      assertThat(classifier.voteClasses()).isEmpty();
      assertThatThrownBy(() -> classifier.votes(crop(1))).hasMessageContaining("without votes");
    }
  }

  @Test
  void aFaceAndItsMirrorImageScoreTheSame() {
    byte[] crop = crop(1);
    byte[] mirror = new byte[crop.length];
    for (int i = 0; i < crop.length; i++) {
      mirror[i] = crop[i / 48 * 48 + 47 - i % 48];
    }
    assertThat(mirror).isNotEqualTo(crop);

    EmotionScores scores = CLASSIFIER.classify(crop);
    EmotionScores mirrored = CLASSIFIER.classify(mirror);

    for (Emotion emotion : Emotion.values()) {
      assertThat(mirrored.of(emotion)).isCloseTo(scores.of(emotion), within(1e-5));
    }
  }

  @Test
  void manyThreadsGetTheScoresOneThreadGets() {
    List<EmotionScores> alone =
        IntStream.range(0, 64).mapToObj(i -> CLASSIFIER.classify(crop(i))).toList();

    List<EmotionScores> together =
        IntStream.range(0, 64).parallel().mapToObj(i -> CLASSIFIER.classify(crop(i))).toList();

    for (int i = 0; i < alone.size(); i++) {
      for (Emotion emotion : Emotion.values()) {
        assertThat(together.get(i).of(emotion)).isCloseTo(alone.get(i).of(emotion), within(1e-6));
      }
    }
  }

  @Test
  void theModelsOwnThresholdsSayWhenItIsUnsure() {
    ModelCard card = CLASSIFIER.card();
    ModelCard strict =
        new ModelCard(
            card.version(),
            card.input(),
            card.output(),
            card.emotions(),
            card.votes(),
            new ModelCard.Unsure(0.5, 0.2));

    assertThat(strict.isSure(EmotionScores.of(0, 0, 0, 0.6, 0.2, 0.1, 0.1))).isTrue();
    assertThat(strict.isSure(EmotionScores.of(0, 0, 0, 0.49, 0.21, 0.2, 0.1))).isFalse();
    assertThat(strict.isSure(EmotionScores.of(0, 0, 0, 0.55, 0.4, 0.05, 0))).isFalse();
  }

  @Test
  void aMissingModelIsNamedWithTheWayOut(@TempDir Path empty) {
    assertThatThrownBy(() -> new EmotionClassifier(empty, 1))
        .hasMessageContaining("model.json")
        .hasMessageContaining("MOODIFY_MODELS");
  }

  @Test
  void aModelOfAnotherKindIsRefused(@TempDir Path folder) throws Exception {
    String card = Files.readString(FOLDER.resolve("model.json"));
    Files.writeString(folder.resolve("model.json"), card.replace("\"angry\"", "\"joy\""));

    assertThatThrownBy(() -> new EmotionClassifier(folder, 1))
        .hasMessageContaining("another kind of model");
  }
}
