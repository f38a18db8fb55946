package app.moodify.stack.events;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Repairs what the emulators' events have otherwise than production's. Function code must never
 * know of these quirks.
 *
 * <p>Production's shapes: <a
 * href="https://cloud.google.com/eventarc/docs/cloudevents">cloud.google.com/eventarc/docs/cloudevents</a>.
 */
final class EmulatorEvents {

  private EmulatorEvents() {}

  /**
   * Storage: the emulator posts structured mode, and its source ends at the object; production
   * posts binary mode, its source ends at the bucket and the object is the subject.
   *
   * @param structured the JSON of the whole event
   * @throws IllegalArgumentException if it is not such an event
   */
  static CloudEvent storage(byte[] structured) {
    JsonObject event = json(structured);
    String source = text(event, "source");
    int object = source.indexOf("/objects/");
    if (object < 0) {
      throw new IllegalArgumentException("A storage event's source names no object: " + source);
    }
    JsonObject data = event.getAsJsonObject("data");
    Map<String, String> headers = new HashMap<>();
    headers.put("ce-specversion", "1.0");
    headers.put("ce-id", text(event, "id"));
    headers.put("ce-type", text(event, "type"));
    headers.put("ce-time", text(event, "time"));
    headers.put("ce-source", source.substring(0, object));
    headers.put("ce-subject", source.substring(object + 1));
    headers.put("ce-bucket", text(data, "bucket"));
    headers.put(CloudEvent.CONTENT_TYPE, "application/json");
    return new CloudEvent(headers, data.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Firestore: the emulator posts binary mode, but its protobuf as base64 text, {@code projects/}
   * twice in its source, and the content type once more as an attribute.
   *
   * @param headers the request's headers, names in lower case
   * @throws IllegalArgumentException if they are not such an event's
   */
  static CloudEvent firestore(Map<String, String> headers, byte[] body) {
    Map<String, String> repaired = new HashMap<>();
    headers.forEach(
        (name, value) -> {
          if (name.startsWith("ce-") && !name.equals("ce-datacontenttype")) {
            repaired.put(name, value);
          }
        });
    if (!repaired.containsKey("ce-id") || !repaired.containsKey("ce-type")) {
      throw new IllegalArgumentException("A Firestore event without ce-id or ce-type");
    }
    repaired.computeIfPresent(
        "ce-source", (name, source) -> source.replace("/projects/projects/", "/projects/"));
    repaired.put(CloudEvent.CONTENT_TYPE, "application/protobuf");
    return new CloudEvent(repaired, isBase64(body) ? Base64.getDecoder().decode(body) : body);
  }

  /**
   * Pub/Sub: the emulator pushes plain JSON; in production Eventarc wraps the same JSON as a
   * CloudEvent.
   *
   * @param topic the topic's full name, projects/P/topics/T
   * @param push {@code {"subscription", "message"}}
   * @throws IllegalArgumentException if it is not a push
   */
  static CloudEvent pubSub(String topic, byte[] push) {
    JsonObject message = json(push).getAsJsonObject("message");
    if (message == null) {
      throw new IllegalArgumentException("A Pub/Sub push without a message");
    }
    Map<String, String> headers = new HashMap<>();
    headers.put("ce-specversion", "1.0");
    headers.put("ce-id", text(message, "messageId"));
    headers.put("ce-type", "google.cloud.pubsub.topic.v1.messagePublished");
    headers.put("ce-time", text(message, "publishTime"));
    headers.put("ce-source", "//pubsub.googleapis.com/" + topic);
    headers.put(CloudEvent.CONTENT_TYPE, "application/json");
    return new CloudEvent(headers, push);
  }

  /** A DocumentEventData begins with the tag of a field, 0x0a to 0x1a: never a letter of base64. */
  private static boolean isBase64(byte[] body) {
    return body.length > 0 && body[0] >= '+';
  }

  private static JsonObject json(byte[] body) {
    try {
      return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException("An event that is no JSON object", e);
    }
  }

  private static String text(JsonObject object, String field) {
    JsonElement value = object == null ? null : object.get(field);
    if (value == null || !value.isJsonPrimitive()) {
      throw new IllegalArgumentException("An event without " + field);
    }
    return value.getAsString();
  }
}
