package app.moodify.upkeep;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What Cloud Scheduler's message comes as, through Pub/Sub and Eventarc. */
final class ScheduleMessage {
  static final byte[] DATA =
      """
      {"message":{"attributes":{"type":"schedule"},"messageId":"1",
       "publishTime":"2026-11-22T10:00:00Z"},
       "subscription":"projects/demo-moodify/subscriptions/upkeep"}"""
          .getBytes();

  private ScheduleMessage() {}

  static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("ce-specversion", "1.0");
    headers.put("ce-id", UUID.randomUUID().toString());
    headers.put("ce-type", "google.cloud.pubsub.topic.v1.messagePublished");
    headers.put("ce-source", "//pubsub.googleapis.com/projects/demo-moodify/topics/upkeep");
    headers.put("ce-time", "2026-11-22T10:00:00.123Z");
    return headers;
  }
}
