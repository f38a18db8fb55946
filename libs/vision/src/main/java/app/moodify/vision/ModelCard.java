package app.moodify.vision;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the trainer wrote beside the model, {@code model.json}.
 *
 * @param version names the training
 * @param input the picture the model takes
 * @param output the probabilities it returns
 * @param emotions the order of the probabilities
 * @param votes the second head's output, null if the model was trained without votes
 * @param unsure when its best emotion is not reported as sure
 */
record ModelCard(
    String version, Input input, Output output, List<String> emotions, Votes votes, Unsure unsure) {

  record Input(String name, int width, int height, int channels) {}

  record Output(String name) {}

  record Votes(String name, List<String> classes) {}

  /**
   * When the model is not sure.
   *
   * @param confidenceBelow the best emotion's probability is below this, or
   * @param marginBelow it leads the second by less than this
   */
  record Unsure(double confidenceBelow, double marginBelow) {}

  /** Reads the card in a model's folder and sees that it is of a model this code can run. */
  static ModelCard read(Path folder) {
    Path file = folder.resolve("model.json");
    ModelCard card;
    try (Reader reader = Files.newBufferedReader(file)) {
      card = new Gson().fromJson(reader, ModelCard.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "The expression model cannot be read; MOODIFY_MODELS must name the folder that holds"
              + " expression/ and face/: "
              + file,
          failure);
    } catch (JsonParseException failure) {
      throw new IllegalStateException("Not a model's description: " + file, failure);
    }
    card.require(file);
    return card;
  }

  private void require(Path file) {
    List<String> expected = Arrays.stream(Emotion.values()).map(Emotion::key).toList();
    boolean complete = version != null && input != null && output != null && unsure != null;
    if (!complete
        || !expected.equals(emotions)
        || input.width != FaceAligner.SIDE
        || input.height != FaceAligner.SIDE
        || input.channels != 1) {
      throw new IllegalStateException(
          file + " describes another kind of model; needed: 48 x 48 x 1 pixels to " + expected);
    }
  }

  /** Returns whether scores are clear enough to be reported. */
  boolean isSure(EmotionScores scores) {
    return scores.confidence() >= unsure.confidenceBelow && scores.margin() >= unsure.marginBelow;
  }
}
