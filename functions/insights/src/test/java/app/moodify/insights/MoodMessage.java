package app.moodify.insights;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Events {@code google.cloud.pubsub.topic.v1.messagePublished} as Eventarc sends them. */
final class MoodMessage {
  private MoodMessage() {}

  static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("ce-specversion", "1.0");
    headers.put("ce-id", UUID.randomUUID().toString());
    headers.put("ce-type", "google.cloud.pubsub.topic.v1.messagePublished");
    headers.put("ce-source", "//pubsub.googleapis.com/projects/demo-moodify/topics/mood-events");
    headers.put("ce-time", "2026-11-22T10:00:00.123Z");
    return headers;
  }

  static String of(String uid, String moodId, Instant publishedAt) {
    JsonObject news = new JsonObject();
    news.addProperty("uid", uid);
    news.addProperty("moodId", moodId);
    news.addProperty("kind", "analyzed");
    JsonObject message = new JsonObject();
    message.addProperty(
        "data",
        Base64.getEncoder().encodeToString(news.toString().getBytes(StandardCharsets.UTF_8)));
    message.addProperty("messageId", "1");
    message.addProperty("publishTime", publishedAt.toString());
    JsonObject push = new JsonObject();
    push.add("message", message);
    push.addProperty("subscription", "projects/demo-moodify/subscriptions/insights");
    return push.toString();
  }
}
