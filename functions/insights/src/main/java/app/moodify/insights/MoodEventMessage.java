package app.moodify.insights;

import app.moodify.telemetry.TraceOrigin;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * A message of the topic {@code mood-events}.
 *
 * @param uid whose entry it is about
 * @param moodId the entry, for the log
 * @param publishedAt when Pub/Sub took the message
 * @param origin the operation that published it
 */
record MoodEventMessage(String uid, String moodId, Instant publishedAt, TraceOrigin origin) {
  private static final Logger LOG = Logger.getLogger(MoodEventMessage.class.getName());
  private static final Gson JSON = new Gson();

  private record Push(Message message) {}

  private record Message(String data, String publishTime, Map<String, String> attributes) {
    String traceparent() {
      return attributes == null ? null : attributes.get(TraceOrigin.PUBSUB_ATTRIBUTE);
    }
  }

  private record Content(String uid, String moodId) {}

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
      Message message = required(json(event.getData().toBytes(), Push.class).message());
      byte[] data = Base64.getDecoder().decode(required(message.data()));
      Content content = json(data, Content.class);
      return Optional.of(
          new MoodEventMessage(
              id(content.uid()),
              id(content.moodId()),
              Instant.parse(required(message.publishTime())),
              TraceOrigin.of(message.traceparent())));
    } catch (JsonParseException | IllegalArgumentException | DateTimeException e) {
      LOG.warning("Event " + event.getId() + " is ignored: it names no mood entry");
      return Optional.empty();
    }
  }

  private static <T> T json(byte[] bytes, Class<T> type) {
    return required(JSON.fromJson(new String(bytes, StandardCharsets.UTF_8), type));
  }

  private static String id(String id) {
    if (required(id).isBlank() || id.contains("/")) {
      throw new IllegalArgumentException("No id: " + id);
    }
    return id;
  }

  private static <T> T required(T value) {
    if (value == null) {
      throw new IllegalArgumentException("Something is missing");
    }
    return value;
  }
}
