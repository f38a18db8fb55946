package app.moodify.cloud.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Emulators;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEvent.Kind;
import app.moodify.core.mood.MoodId;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PublishResponse;
import com.google.pubsub.v1.PubsubMessage;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pub/Sub is played by a gRPC server with its real interface. */
class PubSubMoodEventPublisherTest {
  private static final MoodId ID = new MoodId("ada", "m1");
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private final Topic topic = new Topic();
  private Server server;
  private Cloud cloud;

  @BeforeEach
  void start() throws IOException {
    server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(topic.service())
            .build()
            .start();
    cloud = new Cloud(Emulators.only("PUBSUB_EMULATOR_HOST", "127.0.0.1:" + server.getPort()));
  }

  @AfterEach
  void stop() {
    cloud.close();
    server.shutdownNow();
  }

  @Test
  void whatHappenedToAnEntryIsToldAsJsonOnTheTopic() {
    cloud.moodEvents().publish(new MoodEvent(ID, Kind.ANALYZED, AT));

    assertThat(topic.requests).hasSize(1);
    assertThat(topic.requests.get(0).getTopic())
        .isEqualTo("projects/demo-moodify/topics/mood-events");
    PubsubMessage message = topic.requests.get(0).getMessages(0);
    assertThat(message.getAttributesMap()).containsEntry("type", "mood");
    JsonObject expected = new JsonObject();
    expected.addProperty("uid", "ada");
    expected.addProperty("moodId", "m1");
    expected.addProperty("kind", "analyzed");
    expected.addProperty("at", "2026-11-22T10:00:00Z");
    assertThat(JsonParser.parseString(message.getData().toStringUtf8())).isEqualTo(expected);
  }

  @Test
  void aMessageThatIsNotAcceptedIsNotTold() {
    topic.fault = Status.NOT_FOUND.withDescription("Topic not found");

    assertThatThrownBy(() -> cloud.moodEvents().publish(new MoodEvent(ID, Kind.DELETED, AT)))
        .isInstanceOf(ServiceUnavailableException.class)
        .hasMessageContaining("Topic not found");
  }

  private static final class Topic {
    private final List<PublishRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Status fault;

    ServerServiceDefinition service() {
      return ServerServiceDefinition.builder("google.pubsub.v1.Publisher")
          .addMethod(
              MethodDescriptor.<PublishRequest, PublishResponse>newBuilder()
                  .setType(MethodDescriptor.MethodType.UNARY)
                  .setFullMethodName("google.pubsub.v1.Publisher/Publish")
                  .setRequestMarshaller(ProtoUtils.marshaller(PublishRequest.getDefaultInstance()))
                  .setResponseMarshaller(
                      ProtoUtils.marshaller(PublishResponse.getDefaultInstance()))
                  .build(),
              ServerCalls.asyncUnaryCall(this::publish))
          .build();
    }

    private void publish(PublishRequest request, StreamObserver<PublishResponse> answer) {
      if (fault != null) {
        answer.onError(fault.asRuntimeException());
        return;
      }
      requests.add(request);
      answer.onNext(PublishResponse.newBuilder().addMessageIds("1").build());
      answer.onCompleted();
    }
  }
}
