package app.moodify.insights;

import app.moodify.telemetry.TraceOrigin;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * A message of the topic {@code mood-events}.
 *
 * @param uid whose entry it is about
 * @param moodId the entry, for the log
 * @param publishedAt when Pub/Sub took the message
 * @param cause the work that published it
 */
record MoodEventMessage(String uid, String moodId, Instant publishedAt, TraceOrigin cause) {
  private static final Logger LOG = Logger.getLogger(MoodEventMessage.class.getName());

  /**
   * Reads an event {@code google.cloud.pubsub.topic.v1.messagePublished}. Returns nothing, with a
   * line in the log, for what is none: trying again cannot help.
   */
  static Optional<MoodEventMessage> read(CloudEvent event) {
    if (event.getData() == null) {
      LOG.warning("Event " + event.getId() + " is ignored: it has no data");
      return Optional.empty();
    }
    try {
      JsonObject message = inner(json(event.getData().toBytes()), "message");
      JsonObject news = json(Base64.getDecoder().decode(text(message, "data")));
      return Optional.of(
          new MoodEventMessage(
              id(news, "uid"),
              id(news, "moodId"),
              Instant.parse(text(message, "publishTime")),
              cause(message)));
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | DateTimeException e) {
      LOG.warning("Event " + event.getId() + " is ignored: it tells of no mood entry");
      return Optional.empty();
    }
  }

  private static TraceOrigin cause(JsonObject message) {
    return message.get("attributes") instanceof JsonObject attributes
            && attributes.get(TraceOrigin.PUBSUB_ATTRIBUTE) instanceof JsonPrimitive trace
        ? TraceOrigin.of(trace.getAsString())
        : TraceOrigin.UNKNOWN;
  }

  private static String id(JsonObject json, String name) {
    String id = text(json, name);
    if (id.isBlank() || id.contains("/")) {
      throw new IllegalArgumentException(name + " names nothing");
    }
    return id;
  }

  private static String text(JsonObject json, String name) {
    if (!(json.get(name) instanceof JsonPrimitive text)) {
      throw new IllegalArgumentException("There is no " + name);
    }
    return text.getAsString();
  }

  private static JsonObject inner(JsonObject json, String name) {
    if (!(json.get(name) instanceof JsonObject object)) {
      throw new IllegalArgumentException("There is no " + name);
    }
    return object;
  }

  private static JsonObject json(byte[] bytes) {
    return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
  }
}
