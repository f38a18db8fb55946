package app.moodify.deployment;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.events.cloud.firestore.v1.Document;
import com.google.events.cloud.firestore.v1.DocumentEventData;
import com.google.events.cloud.firestore.v1.Value;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.pubsub.v1.PubsubMessage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The event that follows from what a function has done, as the platform makes it. */
final class FollowingEvent {
  private FollowingEvent() {}

  /** Returns what Firestore tells of a verdict that was just written. */
  static SavedEvent written(DocumentSnapshot mood, String project) {
    String path = mood.getReference().getPath();
    Map<String, String> headers = new TreeMap<>(SavedEvent.read("document-written.json").headers());
    headers.put("ce-document", path);
    headers.put("ce-subject", "documents/" + path);
    Document.Builder document =
        Document.newBuilder()
            .setName("projects/%s/databases/(default)/documents/%s".formatted(project, path));
    for (String field : List.of("status", "source", "emotion", "traceparent")) {
      document.putFields(field, Value.newBuilder().setStringValue(mood.getString(field)).build());
    }
    Document before = document.clone().removeFields("traceparent").build();
    return new SavedEvent(
        headers,
        DocumentEventData.newBuilder()
            .setOldValue(before)
            .setValue(document)
            .build()
            .toByteArray());
  }

  /** Returns what Eventarc brings of the first message about a mood entry. */
  static SavedEvent published(List<PubsubMessage> messages, String mood) {
    PubsubMessage sent =
        messages.stream()
            .filter(message -> message.getData().toStringUtf8().contains(mood))
            .findFirst()
            .orElseThrow();
    SavedEvent saved = SavedEvent.read("mood-event-published.json");
    JsonObject body =
        JsonParser.parseString(new String(saved.body(), StandardCharsets.UTF_8)).getAsJsonObject();
    JsonObject message = body.getAsJsonObject("message");
    message.addProperty("data", Base64.getEncoder().encodeToString(sent.getData().toByteArray()));
    sent.getAttributesMap().forEach(message.getAsJsonObject("attributes")::addProperty);
    return new SavedEvent(saved.headers(), body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
