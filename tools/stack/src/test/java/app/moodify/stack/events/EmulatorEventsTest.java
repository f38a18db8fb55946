package app.moodify.stack.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmulatorEventsTest {

  @Test
  void storageEventsGetTheSourceOfTheirBucketAndTheSubjectOfTheirObject() {
    CloudEvent event = EmulatorEvents.storage(Fixtures.storage());

    assertThat(event.headers())
        .containsEntry(
            "ce-source", "//storage.googleapis.com/projects/_/buckets/demo-moodify.appspot.com")
        .containsEntry(
            "ce-subject", "objects/photos/egbJdoBCGbDF8lwLfkdwHgSGIUAP/abcdefghijklmnopqrst")
        .containsEntry("ce-bucket", "demo-moodify.appspot.com")
        .containsEntry("ce-type", "google.cloud.storage.object.v1.finalized")
        .containsEntry("ce-specversion", "1.0")
        .containsEntry("ce-id", "b7514022-c0c6-4815-8bf9-ee9e35fa3b45")
        .containsEntry("ce-time", "2026-11-22T04:00:35.166Z");
  }

  @Test
  void storageEventsComeInBinaryModeWithTheObjectAlone() {
    CloudEvent event = EmulatorEvents.storage(Fixtures.storage());

    assertThat(event.headers()).containsEntry("content-type", "application/json");
    JsonObject object =
        JsonParser.parseString(new String(event.body(), StandardCharsets.UTF_8)).getAsJsonObject();
    assertThat(object.get("name").getAsString())
        .isEqualTo("photos/egbJdoBCGbDF8lwLfkdwHgSGIUAP/abcdefghijklmnopqrst");
    assertThat(object.get("generation").getAsString()).isEqualTo("1795320035166");
    assertThat(object.has("specversion")).isFalse();
  }

  @Test
  void firestoreEventsAreProtobufAndNotItsBase64() {
    CloudEvent event =
        EmulatorEvents.firestore(Fixtures.firestoreHeaders(), Fixtures.firestoreBase64());

    assertThat(event.body()).isEqualTo(Base64.getDecoder().decode(Fixtures.firestoreBase64()));
    assertThat(event.headers()).containsEntry("content-type", "application/protobuf");
  }

  @Test
  void firestoreEventsThatAreProtobufAlreadyStayAsTheyAre() {
    byte[] protobuf = Base64.getDecoder().decode(Fixtures.firestoreBase64());

    CloudEvent event = EmulatorEvents.firestore(Fixtures.firestoreHeaders(), protobuf);

    assertThat(event.body()).isEqualTo(protobuf);
  }

  @Test
  void firestoreEventsNameTheProjectOnceInTheirSource() {
    CloudEvent event =
        EmulatorEvents.firestore(Fixtures.firestoreHeaders(), Fixtures.firestoreBase64());

    assertThat(event.headers())
        .containsEntry(
            "ce-source", "//firestore.googleapis.com/projects/demo-moodify/databases/(default)");
  }

  @Test
  void firestoreEventsKeepTheirOtherAttributesAndLoseWhatIsNone() {
    CloudEvent event =
        EmulatorEvents.firestore(Fixtures.firestoreHeaders(), Fixtures.firestoreBase64());

    assertThat(event.headers())
        .containsEntry(
            "ce-document", "users/egbJdoBCGbDF8lwLfkdwHgSGIUAP/moods/abcdefghijklmnopqrst")
        .containsEntry("ce-database", "(default)")
        .containsEntry("ce-id", "99083151-d237-4870-81de-511c88dbf0a7")
        .doesNotContainKeys("ce-datacontenttype", "host", "content-length", "user-agent");
  }

  @Test
  void pubSubMessagesAreWrappedAsEventarcDoes() {
    CloudEvent event =
        EmulatorEvents.pubSub("projects/demo-moodify/topics/mood-events", Fixtures.pubSub());

    assertThat(event.headers())
        .isEqualTo(
            Map.of(
                "ce-specversion", "1.0",
                "ce-id", "1",
                "ce-type", "google.cloud.pubsub.topic.v1.messagePublished",
                "ce-source", "//pubsub.googleapis.com/projects/demo-moodify/topics/mood-events",
                "ce-time", "2026-11-22T04:38:46.708Z",
                "content-type", "application/json"));
    assertThat(event.body()).isEqualTo(Fixtures.pubSub());
  }

  @Test
  void whatIsNoEventIsRefusedWithItsFault() {
    assertThatThrownBy(() -> EmulatorEvents.storage("[]".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no JSON object");
    assertThatThrownBy(() -> EmulatorEvents.firestore(Map.of(), new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ce-id");
  }
}
