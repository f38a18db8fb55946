package app.moodify.music.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object of somebody else's: what is absent, null or of another type than expected is
 * nothing, never an error, so that one odd field does not cost a whole response.
 *
 * <p>Gson does not fill records here as it does elsewhere, because it rejects a whole response for
 * one field of another type. Lenient adapters for texts, numbers, booleans, lists, and nested and
 * missing objects are as long as this class, and records would name each of some fifty fields once
 * more.
 *
 * @param object the object
 */
public record JsonFields(JsonObject object) {
  /** Text beyond this is no name of anything. */
  private static final int MAX_TEXT_LENGTH = 2000;

  private static final Map<String, Boolean> BOOLEANS =
      Map.of("true", true, "1", true, "false", false, "0", false);

  /**
   * Returns a field that is text, or a number or boolean as text; without blanks around it, and
   * nothing if it is blank or longer than 2,000 characters.
   */
  public Optional<String> text(String name) {
    return text(object.get(name));
  }

  /** Returns a field that is a number, or text that is one. */
  public Optional<Double> number(String name) {
    return text(name).flatMap(JsonFields::parse);
  }

  /** Returns a field that is a number, or text that is one, rounded to the next integer. */
  public Optional<Long> integer(String name) {
    return number(name).map(Math::round);
  }

  /** Returns a field that is a boolean, or text or a number that stands for one. */
  public Optional<Boolean> bool(String name) {
    return text(name).map(BOOLEANS::get);
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
    return array(name).stream()
        .filter(JsonElement::isJsonObject)
        .map(each -> new JsonFields(each.getAsJsonObject()))
        .toList();
  }

  /** Returns the texts of a field that is an array; what else is in it is left out. */
  public List<String> texts(String name) {
    return array(name).stream().flatMap(each -> text(each).stream()).toList();
  }

  private List<JsonElement> array(String name) {
    return object.get(name) instanceof JsonArray array ? array.asList() : List.of();
  }

  private static Optional<String> text(JsonElement element) {
    return Optional.ofNullable(element)
        .filter(JsonElement::isJsonPrimitive)
        .map(primitive -> primitive.getAsString().strip())
        .filter(text -> !text.isEmpty() && text.length() <= MAX_TEXT_LENGTH);
  }

  private static Optional<Double> parse(String text) {
    try {
      return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
    } catch (NumberFormatException expected) {
      return Optional.empty();
    }
  }
}
