package app.moodify.cloud.pubsub;

import app.moodify.cloud.client.Calls;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEventPublisher;
import app.moodify.telemetry.Cause;
import app.moodify.telemetry.Work;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import java.util.function.Supplier;

/** Events of mood entries on a Pub/Sub topic, as JSON: uid, moodId, kind, at. */
public final class PubSubMoodEventPublisher implements MoodEventPublisher {
  private final Supplier<Publisher> publisher;

  public PubSubMoodEventPublisher(Supplier<Publisher> publisher) {
    this.publisher = publisher;
  }

  @Override
  public void publish(MoodEvent event) {
    Work.current().run("publish", () -> send(event));
  }

  private void send(MoodEvent event) {
    PubsubMessage.Builder message =
        PubsubMessage.newBuilder()
            .setData(ByteString.copyFromUtf8(json(event)))
            .putAttributes("type", "mood");
    Work.traceparent().ifPresent(trace -> message.putAttributes(Cause.PUBSUB_ATTRIBUTE, trace));
    Calls.await("Publishing a mood event", publisher.get().publish(message.build()));
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
