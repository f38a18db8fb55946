package app.moodify.cloud.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Emulators;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEvent.Kind;
import app.moodify.core.mood.MoodId;
import app.moodify.testing.FakePubSub;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.pubsub.v1.PubsubMessage;
import io.grpc.Status;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PubSubMoodEventPublisherTest {
  private static final MoodId ID = new MoodId("ada", "m1");
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @AutoClose private FakePubSub topic;
  @AutoClose private Cloud cloud;

  @BeforeEach
  void start() throws IOException {
    topic = new FakePubSub();
    cloud = new Cloud(Emulators.only("PUBSUB_EMULATOR_HOST", topic.host()));
  }

  @Test
  void whatHappenedToAnEntryIsPublishedAsJson() {
    cloud.moodEvents().publish(new MoodEvent(ID, Kind.ANALYZED, AT));

    assertThat(topic.requests()).hasSize(1);
    assertThat(topic.requests().get(0).getTopic())
        .isEqualTo("projects/demo-moodify/topics/mood-events");
    PubsubMessage message = topic.requests().get(0).getMessages(0);
    assertThat(message.getAttributesMap()).containsEntry("type", "mood");
    JsonObject expected = new JsonObject();
    expected.addProperty("uid", "ada");
    expected.addProperty("moodId", "m1");
    expected.addProperty("kind", "analyzed");
    expected.addProperty("at", "2026-11-22T10:00:00Z");
    assertThat(JsonParser.parseString(message.getData().toStringUtf8())).isEqualTo(expected);
  }

  @Test
  void aMessageThatIsNotAcceptedIsNotPublished() {
    topic.refuseWith(Status.NOT_FOUND.withDescription("Topic not found"));

    assertThatThrownBy(() -> cloud.moodEvents().publish(new MoodEvent(ID, Kind.DELETED, AT)))
        .isInstanceOf(ServiceUnavailableException.class)
        .hasMessageContaining("Topic not found");
  }
}
