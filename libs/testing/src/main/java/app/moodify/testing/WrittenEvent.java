package app.moodify.testing;

import com.google.events.cloud.firestore.v1.Document;
import com.google.events.cloud.firestore.v1.DocumentEventData;
import com.google.events.cloud.firestore.v1.Value;
import java.util.Map;

/** Events of mood entries in Firestore that were written. Their status is ready unless given. */
public final class WrittenEvent {
  private static final String DOCUMENTS = "projects/demo-moodify/databases/(default)/documents/";

  private WrittenEvent() {}

  /** Returns the event of an entry that was created with this status. */
  public static SavedEvent of(String path, String status) {
    return ofCreation(path, Map.of("status", status));
  }

  /** Returns the event of an entry that was created with these fields. */
  public static SavedEvent ofCreation(String path, Map<String, String> fields) {
    return event(path, DocumentEventData.newBuilder().setValue(document(path, fields)));
  }

  /** Returns the event of an entry that was changed. */
  public static SavedEvent ofChange(
      String path, Map<String, String> before, Map<String, String> after) {
    return event(
        path,
        DocumentEventData.newBuilder()
            .setOldValue(document(path, before))
            .setValue(document(path, after)));
  }

  /** Returns the event of an entry that was deleted. */
  public static SavedEvent ofDeletion(String path) {
    return event(path, DocumentEventData.newBuilder().setOldValue(document(path, Map.of())));
  }

  private static SavedEvent event(String path, DocumentEventData.Builder data) {
    return SavedEvent.read("document-written.json")
        .with("ce-document", path)
        .with("ce-subject", "documents/" + path)
        .with(data.build().toByteArray());
  }

  private static Document document(String path, Map<String, String> fields) {
    Document.Builder document =
        Document.newBuilder().setName(DOCUMENTS + path).putFields("status", text("ready"));
    fields.forEach((name, value) -> document.putFields(name, text(value)));
    return document.build();
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }
}
