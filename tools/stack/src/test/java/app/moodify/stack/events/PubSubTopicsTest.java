package app.moodify.stack.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PubSubTopicsTest {

  private final MockWebServer emulator = new MockWebServer();
  private PubSubTopics topics;

  @BeforeEach
  void start() throws IOException {
    emulator.start();
    URI address = URI.create("http://127.0.0.1:" + emulator.getPort());
    topics = new PubSubTopics(new OkHttpClient(), address, "demo-moodify");
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void aTopicThatIsThereAlreadyIsAsGood() throws Exception {
    emulator.enqueue(new MockResponse.Builder().code(409).build());

    topics.create("mood-events");

    assertThat(emulator.takeRequest().getTarget())
        .isEqualTo("/v1/projects/demo-moodify/topics/mood-events");
  }

  @Test
  void aSubscriptionPushesToItsFunction() throws Exception {
    emulator.enqueue(new MockResponse.Builder().code(200).build());

    topics.subscribe("mood-events", "insights", URI.create("http://127.0.0.1:5010/x"));

    RecordedRequest request = emulator.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/v1/projects/demo-moodify/subscriptions/insights");
    assertThat(request.getBody().utf8())
        .isEqualTo(
            "{\"topic\":\"projects/demo-moodify/topics/mood-events\","
                + "\"pushConfig\":{\"pushEndpoint\":\"http://127.0.0.1:5010/x\"}}");
  }

  @Test
  void aRefusalSaysWhatWasRefused() {
    emulator.enqueue(new MockResponse.Builder().code(400).build());

    assertThatThrownBy(() -> topics.create("x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/topics/x")
        .hasMessageContaining("400");
  }
}
