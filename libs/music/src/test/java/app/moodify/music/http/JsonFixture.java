package app.moodify.music.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** JSON for tests: a good example, changed in one place. */
public final class JsonFixture {
  private final JsonObject object;

  private JsonFixture(JsonObject object) {
    this.object = object;
  }

  /** Returns what a text says. */
  public static JsonFixture of(String json) {
    return new JsonFixture(JsonParser.parseString(json).getAsJsonObject());
  }

  /**
   * Returns the same with another value.
   *
   * @param path the field, such as {@code user.name}
   * @param json its new value, such as {@code null} or {@code "text"}
   */
  public JsonFixture with(String path, String json) {
    JsonObject copy = object.deepCopy();
    parent(copy, path).add(last(path), JsonParser.parseString(json));
    return new JsonFixture(copy);
  }

  /** Returns the same without a field. */
  public JsonFixture without(String path) {
    JsonObject copy = object.deepCopy();
    parent(copy, path).remove(last(path));
    return new JsonFixture(copy);
  }

  /** Returns the same with an array of objects as a field. */
  public JsonFixture with(String path, JsonFixture... objects) {
    JsonArray array = new JsonArray();
    for (JsonFixture each : objects) {
      array.add(each.object);
    }
    return with(path, array.toString());
  }

  /** Returns the same without a field, and with each of these values for it; the ids are 1, 2... */
  public JsonFixture[] variants(String path, String... values) {
    return Stream.concat(
            Stream.of(with("id", "1").without(path)),
            IntStream.range(0, values.length)
                .mapToObj(index -> with("id", "" + (index + 2)).with(path, values[index])))
        .toArray(JsonFixture[]::new);
  }

  @Override
  public String toString() {
    return object.toString();
  }

  private static JsonObject parent(JsonObject object, String path) {
    JsonElement at = object;
    String[] steps = path.split("\\.");
    for (int step = 0; step < steps.length - 1; step++) {
      at = at.getAsJsonObject().get(steps[step]);
    }
    return at.getAsJsonObject();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
