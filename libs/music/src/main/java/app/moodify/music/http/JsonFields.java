package app.moodify.music.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object of somebody else's: what is absent, null or of another type than expected is
 * nothing, never an error, so that one odd field does not cost a whole answer.
 *
 * @param object the object
 */
public record JsonFields(JsonObject object) {
  /** Text beyond this is no name of anything. */
  private static final int LONGEST_TEXT = 2000;

  /**
   * Returns a field that is text, or a number or truth value as text; without blanks around it, and
   * nothing if it is blank or longer than 2,000 characters.
   */
  public Optional<String> text(String name) {
    return primitive(object.get(name)).map(String::strip).filter(JsonFields::isReasonable);
  }

  /** Returns a field that is a number, or text that is one. */
  public Optional<Double> number(String name) {
    return text(name).flatMap(JsonFields::parse);
  }

  /** Returns a field that is a number, or text that is one, rounded to the next integer. */
  public Optional<Long> integer(String name) {
    return number(name).map(Math::round);
  }

  /** Returns a field that is a truth value, or text or a number that stands for one. */
  public Optional<Boolean> bool(String name) {
    return text(name)
        .flatMap(
            text ->
                switch (text) {
                  case "true", "1" -> Optional.of(true);
                  case "false", "0" -> Optional.of(false);
                  default -> Optional.empty();
                });
  }

  /** Returns a field that is an object; an empty one if it is not. */
  public JsonFields object(String name) {
    return object.get(name) instanceof JsonObject found
        ? new JsonFields(found)
        : new JsonFields(new JsonObject());
  }

  /** Returns whether a field is an array. */
  public boolean isArray(String name) {
    return object.get(name) instanceof JsonArray;
  }

  /** Returns the objects of a field that is an array; what else is in it is left out. */
  public List<JsonFields> objects(String name) {
    List<JsonFields> found = new ArrayList<>();
    for (JsonElement element : array(name)) {
      if (element instanceof JsonObject each) {
        found.add(new JsonFields(each));
      }
    }
    return found;
  }

  /** Returns the texts of a field that is an array; what else is in it is left out. */
  public List<String> texts(String name) {
    List<String> found = new ArrayList<>();
    for (JsonElement element : array(name)) {
      primitive(element).map(String::strip).filter(JsonFields::isReasonable).ifPresent(found::add);
    }
    return found;
  }

  private JsonArray array(String name) {
    return object.get(name) instanceof JsonArray array ? array : new JsonArray();
  }

  private static Optional<String> primitive(JsonElement element) {
    return element != null && element.isJsonPrimitive()
        ? Optional.of(element.getAsString())
        : Optional.empty();
  }

  private static boolean isReasonable(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_TEXT;
  }

  private static Optional<Double> parse(String text) {
    try {
      return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
    } catch (NumberFormatException expected) {
      return Optional.empty();
    }
  }
}
