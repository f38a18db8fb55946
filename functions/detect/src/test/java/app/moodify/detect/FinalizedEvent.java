package app.moodify.detect;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Events {@code google.cloud.storage.object.v1.finalized} as Eventarc sends them: a saved payload,
 * with some of its fields replaced.
 */
final class FinalizedEvent {
  private static final String SAVED = "object-finalized.json";

  private final JsonObject object;
  private Instant time = Instant.parse("2026-11-22T10:00:00.123Z");

  private FinalizedEvent(JsonObject object) {
    this.object = object;
  }

  static FinalizedEvent of(String name) {
    try (InputStream saved = FinalizedEvent.class.getResourceAsStream(SAVED)) {
      String json = new String(saved.readAllBytes(), StandardCharsets.UTF_8);
      FinalizedEvent event = new FinalizedEvent(JsonParser.parseString(json).getAsJsonObject());
      event.object.addProperty("name", name);
      return event;
    } catch (IOException e) {
      throw new UncheckedIOException("The saved event cannot be read", e);
    }
  }

  /** Numbers of 64 bits are text in protobuf's JSON. */
  FinalizedEvent generation(long generation) {
    object.addProperty("generation", Long.toString(generation));
    return this;
  }

  FinalizedEvent size(long size) {
    object.addProperty("size", Long.toString(size));
    return this;
  }

  FinalizedEvent goal(String goal) {
    object.getAsJsonObject("metadata").addProperty("goal", goal);
    return this;
  }

  FinalizedEvent at(Instant instant) {
    time = instant;
    return this;
  }

  Map<String, String> headers() {
    String bucket = object.get("bucket").getAsString();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("ce-specversion", "1.0");
    headers.put("ce-id", UUID.randomUUID().toString());
    headers.put("ce-type", "google.cloud.storage.object.v1.finalized");
    headers.put("ce-source", "//storage.googleapis.com/projects/_/buckets/" + bucket);
    headers.put("ce-subject", "objects/" + object.get("name").getAsString());
    headers.put("ce-bucket", bucket);
    headers.put("ce-time", time.toString());
    return headers;
  }

  byte[] data() {
    return object.toString().getBytes(StandardCharsets.UTF_8);
  }
}
