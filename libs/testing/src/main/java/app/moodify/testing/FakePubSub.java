package app.moodify.testing;

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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pub/Sub's publisher service over gRPC, which keeps in memory what is published. */
public final class FakePubSub implements AutoCloseable {
  private final List<PublishRequest> requests = new CopyOnWriteArrayList<>();
  private final Server server;
  private volatile Status fault;

  /** Starts it on a free port. */
  public FakePubSub() throws IOException {
    server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(service())
            .build()
            .start();
  }

  /** Returns what PUBSUB_EMULATOR_HOST is to say. */
  public String host() {
    return "127.0.0.1:" + server.getPort();
  }

  /** Refuses what is published from now on. */
  public void refuseWith(Status status) {
    fault = status;
  }

  /** Returns the requests that were accepted. */
  public List<PublishRequest> requests() {
    return requests;
  }

  /** Returns the messages that were accepted. */
  public List<PubsubMessage> messages() {
    return requests.stream().flatMap(request -> request.getMessagesList().stream()).toList();
  }

  private ServerServiceDefinition service() {
    MethodDescriptor<PublishRequest, PublishResponse> publish =
        MethodDescriptor.<PublishRequest, PublishResponse>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("google.pubsub.v1.Publisher/Publish")
            .setRequestMarshaller(ProtoUtils.marshaller(PublishRequest.getDefaultInstance()))
            .setResponseMarshaller(ProtoUtils.marshaller(PublishResponse.getDefaultInstance()))
            .build();
    return ServerServiceDefinition.builder("google.pubsub.v1.Publisher")
        .addMethod(publish, ServerCalls.asyncUnaryCall(this::publish))
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

  @Override
  public void close() {
    server.shutdownNow();
  }
}
