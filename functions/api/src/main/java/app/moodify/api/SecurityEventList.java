package app.moodify.api;

import app.moodify.core.person.SecurityEvent;
import java.util.List;

/** What happened with an account, as JSON. */
record SecurityEventList(List<Happened> events) {

  /** The method is absent where an event is about none. */
  private record Happened(String kind, String method, String at) {}

  static SecurityEventList of(List<SecurityEvent> events) {
    return new SecurityEventList(events.stream().map(SecurityEventList::happened).toList());
  }

  private static Happened happened(SecurityEvent event) {
    return new Happened(event.kind().key(), event.method().orElse(null), event.at().toString());
  }
}
