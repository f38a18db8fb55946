package app.moodify.privacy;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes the values of {@link app.moodify.core.person.PersonalDocuments} as JSON. */
final class PlainJson {
  private PlainJson() {}

  /**
   * Writes a value: times as ISO 8601, bytes as base64, numbers that JSON does not have as text.
   */
  static void write(JsonWriter json, Object value) throws IOException {
    if (value == null) {
      json.nullValue();
    } else if (value instanceof Map<?, ?> map) {
      json.beginObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.name(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.endObject();
    } else if (value instanceof List<?> list) {
      json.beginArray();
      for (Object each : list) {
        write(json, each);
      }
      json.endArray();
    } else if (value instanceof Boolean truth) {
      json.value(truth.booleanValue());
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      json.value(number.toString());
    } else if (value instanceof Number number) {
      json.value(number);
    } else if (value instanceof byte[] bytes) {
      json.value(Base64.getEncoder().encodeToString(bytes));
    } else if (value instanceof Instant time) {
      json.value(time.toString());
    } else {
      json.value(String.valueOf(value));
    }
  }
}
