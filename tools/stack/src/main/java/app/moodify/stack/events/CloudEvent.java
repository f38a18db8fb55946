package app.moodify.stack.events;

import java.util.Map;
import java.util.TreeMap;

/**
 * A CloudEvent in HTTP binary mode.
 *
 * @param headers the {@code ce-} attributes and {@code content-type}, in lower case
 * @param body the event's data
 */
record CloudEvent(Map<String, String> headers, byte[] body) {

  CloudEvent {
    headers = Map.copyOf(new TreeMap<>(headers));
  }

  /** The name of the content type's header. */
  static final String CONTENT_TYPE = "content-type";

  /** Identifies the event: every delivery of one event has the same id. */
  String id() {
    return headers.getOrDefault("ce-id", "?");
  }

  /** Names what the event is about, for logs. */
  String subject() {
    return headers.getOrDefault("ce-subject", headers.getOrDefault("ce-type", "?"));
  }
}
