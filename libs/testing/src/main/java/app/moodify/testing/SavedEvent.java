package app.moodify.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An event as Eventarc sends it, in the binary mode of CloudEvents: one that was saved, with what a
 * test replaces in it.
 *
 * @param headers the event's attributes, and its content type
 * @param body JSON, or a protobuf message
 */
public record SavedEvent(Map<String, String> headers, byte[] body) {

  /** Reads an event as it was saved: a file beside this class. */
  public static SavedEvent read(String name) {
    try (InputStream saved = SavedEvent.class.getResourceAsStream(name)) {
      JsonObject json = json(saved.readAllBytes());
      Map<String, String> headers = new TreeMap<>();
      json.getAsJsonObject("headers")
          .asMap()
          .forEach((key, value) -> headers.put(key, value.getAsString()));
      return new SavedEvent(
          headers,
          json.has("base64")
              ? Base64.getDecoder().decode(json.get("base64").getAsString())
              : bytes(json.get("body").toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("The saved event cannot be read: " + name, e);
    }
  }

  /** Returns the event of a photo that was uploaded. */
  public static SavedEvent uploaded(String path) {
    return read("object-finalized.json")
        .with("ce-subject", "objects/" + path)
        .change(object -> object.addProperty("name", path));
  }

  /** Returns the event of a message on the topic of mood events. */
  public static SavedEvent published(
      String data, Map<String, String> attributes, Instant publishedAt) {
    return read("mood-event-published.json")
        .change(
            body -> {
              JsonObject message = body.getAsJsonObject("message");
              message.addProperty("data", Base64.getEncoder().encodeToString(bytes(data)));
              message.addProperty("publishTime", publishedAt.toString());
              attributes.forEach(message.getAsJsonObject("attributes")::addProperty);
            });
  }

  /** Returns the event of an object with another generation, which is made at a time of its own. */
  public SavedEvent generation(long generation) {
    return change(
        object -> {
          // Numbers of 64 bits are text in protobuf's JSON.
          object.addProperty("generation", Long.toString(generation));
          object.addProperty("timeCreated", Instant.ofEpochMilli(generation).toString());
        });
  }

  /** Returns the event of a photo that is sent again, and was uploaded at this time. */
  public SavedEvent uploadedAt(Instant time) {
    return change(
        object -> object.getAsJsonObject("metadata").addProperty("uploadedAt", time.toString()));
  }

  /** Returns the event of an object with another size in bytes. */
  public SavedEvent size(long size) {
    return change(object -> object.addProperty("size", Long.toString(size)));
  }

  /** Returns the event of a photo that is to have music for this goal. */
  public SavedEvent goal(String goal) {
    return change(object -> object.getAsJsonObject("metadata").addProperty("goal", goal));
  }

  /** Returns an event of another time. */
  public SavedEvent at(Instant time) {
    return with("ce-time", time.toString());
  }

  /** Returns an event with another header. */
  public SavedEvent with(String header, String value) {
    Map<String, String> replaced = new TreeMap<>(headers);
    replaced.put(header, value);
    return new SavedEvent(replaced, body);
  }

  /** Returns an event with another body. */
  public SavedEvent with(byte[] replaced) {
    return new SavedEvent(headers, replaced);
  }

  /** Returns an event with another body. */
  public SavedEvent with(String text) {
    return with(bytes(text));
  }

  private SavedEvent change(Consumer<JsonObject> change) {
    JsonObject changed = json(body);
    change.accept(changed);
    return with(changed.toString());
  }

  private static JsonObject json(byte[] bytes) {
    return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
