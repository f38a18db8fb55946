package app.moodify.cloud.pubsub;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEventPublisher;
import app.moodify.telemetry.Operation;
import app.moodify.telemetry.TraceOrigin;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import java.util.function.Supplier;

/** Events of mood entries on a Pub/Sub topic, as JSON: uid, moodId, kind, at. */
public final class PubSubMoodEventPublisher implements MoodEventPublisher {
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Supplier<Publisher> publisher;

  private record Message(String uid, String moodId, String kind, String at) {}

  /** Uses a publisher, which is opened at the first event. */
  public PubSubMoodEventPublisher(Supplier<Publisher> publisher) {
    this.publisher = publisher;
  }

  @Override
  public void publish(MoodEvent event) {
    Operation.current().run("publish", () -> send(event));
  }

  private void send(MoodEvent event) {
    PubsubMessage.Builder message =
        PubsubMessage.newBuilder()
            .setData(ByteString.copyFromUtf8(json(event)))
            .putAttributes("type", "mood");
    Operation.traceparent()
        .ifPresent(trace -> message.putAttributes(TraceOrigin.PUBSUB_ATTRIBUTE, trace));
    ApiFutures.await("Publishing a mood event", publisher.get().publish(message.build()));
  }

  private static String json(MoodEvent event) {
    return JSON.toJson(
        new Message(
            event.id().uid(), event.id().moodId(), event.kind().key(), event.at().toString()));
  }
}
