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
import java.util.Map;

/**
 * How much less a score is worth because its crop is blurred, faint or covered, by the rule that
 * {@code models/moodify_models/doubt.py} has fitted on degraded copies of FER-2013's PublicTest.
 *
 * @param model the version of the model that it was fitted for
 * @param measures by the names of {@link CropMeasures}
 */
record Doubt(String model, Map<String, Bound> measures) {

  /**
   * What is said of a measure.
   *
   * @param below nearly all clean crops have at least this
   * @param weight how fast doubt grows below it
   */
  record Bound(double below, double weight) {}

  /**
   * Reads the rule in a model's folder. Where there is none, as beside a model that was exported
   * just now, nothing is doubted.
   *
   * @param version of the model
   * @throws IllegalStateException if the rule is another model's
   */
  static Doubt read(Path folder, String version) {
    Path file = folder.resolve("doubt.json");
    if (!Files.exists(file)) {
      return new Doubt(version, Map.of());
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      Doubt doubt = new Gson().fromJson(reader, Doubt.class);
      if (doubt == null || doubt.measures == null || !version.equals(doubt.model)) {
        throw new IllegalStateException(
            file + " is of another model; fit it anew with python -m moodify_models.doubt");
      }
      return doubt;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (JsonParseException failure) {
      throw new IllegalStateException("Not a rule of doubt: " + file, failure);
    }
  }

  /** Returns the doubt in a crop, 0 or more. */
  double in(byte[] crop) {
    Map<String, Double> found = CropMeasures.of(crop);
    double sum = 0;
    for (Map.Entry<String, Bound> each : measures.entrySet()) {
      double measure = Math.max(found.get(each.getKey()), CropMeasures.LEAST);
      sum += each.getValue().weight * Math.max(0, Math.log(each.getValue().below / measure));
    }
    return sum;
  }

  /**
   * Returns scores moved towards a guess, by as much as a crop is doubted: the likeliest emotion
   * stays the likeliest.
   */
  EmotionScores lower(EmotionScores scores, byte[] crop) {
    double trust = Math.exp(-in(crop));
    Emotion[] emotions = Emotion.values();
    return EmotionScores.of(
        Arrays.stream(emotions)
            .mapToDouble(emotion -> trust * scores.of(emotion) + (1 - trust) / emotions.length)
            .toArray());
  }
}
