package app.moodify.vision;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.FaceBox;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.photo.PhotoFault;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

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

  private AnalysisJson() {}

  /**
   * Returns an analysis on one line.
   *
   * @param file the photo's name, or null where there is none
   * @param analysis what was read from it
   */
  public static String of(String file, PhotoAnalysis analysis) {
    JsonObject json = start(file, analysis.status(), analysis.faces());
    json.add("box", analysis.box().map(AnalysisJson::box).orElse(null));
    if (analysis.scores().isPresent()) {
      EmotionScores scores = analysis.scores().get();
      json.addProperty("emotion", scores.best().key());
      json.addProperty("confidence", round(scores.confidence(), 6));
      JsonObject byEmotion = new JsonObject();
      for (Emotion emotion : Emotion.values()) {
        byEmotion.addProperty(emotion.key(), round(scores.of(emotion), 6));
      }
      json.add("scores", byEmotion);
    } else {
      addNoExpression(json);
    }
    JsonObject times = new JsonObject();
    times.addProperty("decode", round(analysis.times().decode(), 2));
    times.addProperty("detect", round(analysis.times().detect(), 2));
    times.addProperty("classify", round(analysis.times().classify(), 2));
    times.addProperty("total", round(analysis.times().total(), 2));
    json.add("ms", times);
    return GSON.toJson(json);
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
    JsonObject json = start(file, MoodStatus.FAILED, 0);
    json.add("box", JsonNull.INSTANCE);
    addNoExpression(json);
    json.add("ms", JsonNull.INSTANCE);
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    json.add("error", error);
    return GSON.toJson(json);
  }

  private static JsonObject start(String file, MoodStatus status, int faces) {
    JsonObject json = new JsonObject();
    json.addProperty("file", file);
    json.addProperty("status", status.key());
    json.addProperty("faces", faces);
    return json;
  }

  private static void addNoExpression(JsonObject json) {
    json.add("emotion", JsonNull.INSTANCE);
    json.add("confidence", JsonNull.INSTANCE);
    json.add("scores", JsonNull.INSTANCE);
  }

  private static JsonArray box(FaceBox box) {
    JsonArray numbers = new JsonArray();
    numbers.add(box.x());
    numbers.add(box.y());
    numbers.add(box.width());
    numbers.add(box.height());
    return numbers;
  }

  private static double round(double value, int digits) {
    double factor = Math.pow(10, digits);
    return Math.round(value * factor) / factor;
  }
}
