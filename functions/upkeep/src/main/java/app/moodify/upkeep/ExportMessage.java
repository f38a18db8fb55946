package app.moodify.upkeep;

import app.moodify.core.person.ExportId;
import app.moodify.telemetry.TraceOrigin;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A message that asks for an export.
 *
 * @param id the export
 * @param origin the operation that asks
 */
record ExportMessage(ExportId id, TraceOrigin origin) {
  private static final Gson JSON = new Gson();

  private record Push(Message message) {}

  private record Message(Map<String, String> attributes) {}

  /** Reads an event, or returns nothing if it asks for something else. */
  static Optional<ExportMessage> read(CloudEvent event) {
    if (event.getData() == null) {
      return Optional.empty();
    }
    try {
      Push push =
          JSON.fromJson(new String(event.getData().toBytes(), StandardCharsets.UTF_8), Push.class);
      return Optional.ofNullable(push)
          .map(Push::message)
          .map(Message::attributes)
          .filter(attributes -> "export".equals(attributes.get("type")))
          .flatMap(ExportMessage::of);
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<ExportMessage> of(Map<String, String> attributes) {
    return ExportId.of(attributes.get("uid"), attributes.get("exportId"))
        .map(
            id ->
                new ExportMessage(
                    id, TraceOrigin.of(attributes.get(TraceOrigin.PUBSUB_ATTRIBUTE))));
  }
}
