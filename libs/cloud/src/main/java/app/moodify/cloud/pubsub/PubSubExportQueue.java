package app.moodify.cloud.pubsub;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.person.ExportId;
import app.moodify.core.person.ExportQueue;
import app.moodify.telemetry.Operation;
import app.moodify.telemetry.TraceOrigin;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import java.util.function.Supplier;

/** Messages that name an export, on the topic that wakes upkeep. */
public final class PubSubExportQueue implements ExportQueue {
  private final Supplier<Publisher> publisher;

  /** Uses a publisher, which is opened at the first message. */
  public PubSubExportQueue(Supplier<Publisher> publisher) {
    this.publisher = publisher;
  }

  @Override
  public void send(ExportId id) {
    PubsubMessage.Builder message =
        PubsubMessage.newBuilder()
            .setData(ByteString.copyFromUtf8("{}"))
            .putAttributes("type", "export")
            .putAttributes("uid", id.uid())
            .putAttributes("exportId", id.exportId());
    Operation.traceparent()
        .ifPresent(trace -> message.putAttributes(TraceOrigin.PUBSUB_ATTRIBUTE, trace));
    ApiFutures.await("Asking for an export", publisher.get().publish(message.build()));
  }
}
