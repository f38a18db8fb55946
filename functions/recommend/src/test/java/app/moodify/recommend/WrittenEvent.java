package app.moodify.recommend;

import com.google.events.cloud.firestore.v1.Document;
import com.google.events.cloud.firestore.v1.DocumentEventData;
import com.google.events.cloud.firestore.v1.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Events {@code google.cloud.firestore.document.v1.written} as Eventarc sends them. */
final class WrittenEvent {
  private static final String DATABASE = "projects/demo-moodify/databases/(default)";

  private WrittenEvent() {}

  static Map<String, String> headers(String path) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/protobuf");
    headers.put("ce-specversion", "1.0");
    headers.put("ce-id", UUID.randomUUID().toString());
    headers.put("ce-type", "google.cloud.firestore.document.v1.written");
    headers.put("ce-source", "//firestore.googleapis.com/" + DATABASE);
    headers.put("ce-subject", "documents/" + path);
    headers.put("ce-time", "2026-11-22T10:00:00.123456Z");
    headers.put("ce-document", path);
    headers.put("ce-project", "demo-moodify");
    headers.put("ce-database", "(default)");
    headers.put("ce-namespace", "(default)");
    headers.put("ce-location", "us-central1");
    headers.put("ce-dataschema", "https://github.com/googleapis/google-cloudevents");
    return headers;
  }

  static byte[] of(String path, String status) {
    return DocumentEventData.newBuilder()
        .setValue(document(path).putFields("status", text(status)))
        .build()
        .toByteArray();
  }

  static byte[] of(String path, String status, String goal) {
    return DocumentEventData.newBuilder()
        .setValue(document(path).putFields("status", text(status)).putFields("goal", text(goal)))
        .build()
        .toByteArray();
  }

  static byte[] ofCreation(String path, Map<String, String> fields) {
    return DocumentEventData.newBuilder().setValue(ready(path, fields)).build().toByteArray();
  }

  static byte[] ofChange(String path, Map<String, String> before, Map<String, String> after) {
    return DocumentEventData.newBuilder()
        .setOldValue(ready(path, before))
        .setValue(ready(path, after))
        .build()
        .toByteArray();
  }

  private static Document.Builder ready(String path, Map<String, String> fields) {
    Document.Builder document = document(path).putFields("status", text("ready"));
    fields.forEach((name, value) -> document.putFields(name, text(value)));
    return document;
  }

  static byte[] ofDeletion(String path) {
    return DocumentEventData.newBuilder()
        .setOldValue(document(path).putFields("status", text("ready")))
        .build()
        .toByteArray();
  }

  private static Document.Builder document(String path) {
    return Document.newBuilder().setName(DATABASE + "/documents/" + path);
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }
}
