package app.moodify.deployment;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event as production sends it: headers in binary mode, and the body, which is JSON or base64.
 */
record SavedEvent(Map<String, String> headers, byte[] body) {
  static SavedEvent read(String name) {
    try (InputStream saved = SavedEvent.class.getResourceAsStream(name)) {
      JsonObject json =
          JsonParser.parseString(new String(saved.readAllBytes(), StandardCharsets.UTF_8))
              .getAsJsonObject();
      Map<String, String> headers = new TreeMap<>();
      json.getAsJsonObject("headers")
          .asMap()
          .forEach((key, value) -> headers.put(key, value.getAsString()));
      return new SavedEvent(
          headers,
          json.has("base64")
              ? Base64.getDecoder().decode(json.get("base64").getAsString())
              : json.get("body").toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The saved event cannot be read: " + name, e);
    }
  }
}
