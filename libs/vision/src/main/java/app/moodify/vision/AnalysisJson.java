package app.moodify.vision;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.FaceBox;
import app.moodify.core.mood.MoodError;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.mood.PhotoAnalysis.Times;
import app.moodify.core.photo.PhotoFault;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one JSON form of an analysis, for the command line and the HTTPS function:
 *
 * <pre>{@code
 * {"file":"a.jpg","status":"ready","faces":1,"box":[x,y,w,h],"emotion":"happy","confidence":0.93,
 *  "scores":{"angry":0.01,...},"ms":{"decode":9.1,"detect":4.2,"classify":3.3,"total":16.8}}
 * }</pre>
 *
 * <p>Without a face, box, emotion, confidence and scores are null. A failure has also {@code
 * "error":{"code","message"}}, no faces, and null for the times.
 */
public final class AnalysisJson {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private record Analysis(
      String file,
      String status,
      int faces,
      List<Integer> box,
      String emotion,
      Double confidence,
      Map<String, Double> scores,
      Times ms) {}

  private AnalysisJson() {}

  /**
   * Returns an analysis on one line.
   *
   * @param file the photo's name, or null where there is none
   * @param analysis what was read from it
   */
  public static String of(String file, PhotoAnalysis analysis) {
    Times times = analysis.times();
    return GSON.toJson(
        new Analysis(
            file,
            analysis.status().key(),
            analysis.faces(),
            analysis.box().map(AnalysisJson::box).orElse(null),
            analysis.scores().map(scores -> scores.best().key()).orElse(null),
            analysis.scores().map(scores -> round(scores.confidence(), 6)).orElse(null),
            analysis.scores().map(AnalysisJson::byEmotion).orElse(null),
            new Times(
                round(times.decode(), 2),
                round(times.detect(), 2),
                round(times.classify(), 2),
                round(times.total(), 2))));
  }

  /** Returns a photo's fault on one line; {@code file} may be null. */
  public static String of(String file, PhotoFault fault) {
    return failure(file, fault.code(), fault.message());
  }

  /**
   * Returns any other failure on one line.
   *
   * @param file the photo's name, or null where there is none
   * @param code in snake case, such as {@code file_not_found}
   * @param message a sentence for the person
   */
  public static String failure(String file, String code, String message) {
    String status = MoodStatus.FAILED.key();
    JsonObject json =
        GSON.toJsonTree(new Analysis(file, status, 0, null, null, null, null, null))
            .getAsJsonObject();
    json.add("error", GSON.toJsonTree(new MoodError(code, message)));
    return GSON.toJson(json);
  }

  private static List<Integer> box(FaceBox box) {
    return List.of(box.x(), box.y(), box.width(), box.height());
  }

  private static Map<String, Double> byEmotion(EmotionScores scores) {
    Map<String, Double> byEmotion = new LinkedHashMap<>();
    for (Emotion emotion : Emotion.values()) {
      byEmotion.put(emotion.key(), round(scores.of(emotion), 6));
    }
    return byEmotion;
  }

  private static double round(double value, int digits) {
    double factor = Math.pow(10, digits);
    return Math.round(value * factor) / factor;
  }
}
