package app.moodify.stack.emulators;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** Translates a document as Firestore's REST interface gives it into the rules engine's values. */
final class RulesValue {
  private RulesValue() {}

  /** Returns what {@code firestore.get} evaluates to, as JSON. */
  static String ofDocument(JsonObject document) {
    JsonObject fields = new JsonObject();
    fields.add("data", ofFields(document.getAsJsonObject("fields")));
    return wrapped("mapValue", "fields", fields).toString();
  }

  private static JsonObject ofFields(JsonObject fields) {
    JsonObject values = new JsonObject();
    if (fields != null) {
      for (Map.Entry<String, JsonElement> field : fields.entrySet()) {
        values.add(field.getKey(), of(field.getValue().getAsJsonObject()));
      }
    }
    return wrapped("mapValue", "fields", values);
  }

  private static JsonObject of(JsonObject value) {
    Map.Entry<String, JsonElement> typed = value.entrySet().iterator().next();
    return switch (typed.getKey()) {
      case "booleanValue" -> with("boolValue", typed.getValue());
      case "integerValue" -> with("intValue", typed.getValue());
      case "doubleValue" -> with("floatValue", typed.getValue());
      case "stringValue", "referenceValue" -> with("stringValue", typed.getValue());
      case "timestampValue", "nullValue" -> with(typed.getKey(), typed.getValue());
      case "mapValue" -> ofFields(typed.getValue().getAsJsonObject().getAsJsonObject("fields"));
      case "arrayValue" -> ofList(typed.getValue().getAsJsonObject().getAsJsonArray("values"));
      default -> throw new IllegalArgumentException("No rule of ours reads a " + typed.getKey());
    };
  }

  private static JsonObject ofList(JsonArray elements) {
    JsonArray values = new JsonArray();
    if (elements != null) {
      elements.forEach(element -> values.add(of(element.getAsJsonObject())));
    }
    return wrapped("listValue", "values", values);
  }

  private static JsonObject wrapped(String type, String content, JsonElement value) {
    return with(type, with(content, value));
  }

  private static JsonObject with(String name, JsonElement value) {
    JsonObject object = new JsonObject();
    object.add(name, value);
    return object;
  }
}
