package app.moodify.cloud;

import app.moodify.core.MoodEvent;
import app.moodify.core.MoodEventPublisher;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import java.util.function.Supplier;

/** Events of mood entries on a Pub/Sub topic, as JSON: uid, moodId, kind, at. */
final class PubSubMoodEventPublisher implements MoodEventPublisher {
  private final Supplier<Publisher> publisher;

  PubSubMoodEventPublisher(Supplier<Publisher> publisher) {
    this.publisher = publisher;
  }

  @Override
  public void publish(MoodEvent event) {
    PubsubMessage message =
        PubsubMessage.newBuilder()
            .setData(ByteString.copyFromUtf8(json(event)))
            .putAttributes("type", "mood")
            .build();
    Calls.await("Publishing a mood event", publisher.get().publish(message));
  }

  private static String json(MoodEvent event) {
    JsonObject json = new JsonObject();
    json.addProperty("uid", event.id().uid());
    json.addProperty("moodId", event.id().moodId());
    json.addProperty("kind", event.kind().key());
    json.addProperty("at", event.at().toString());
    return json.toString();
  }
}
