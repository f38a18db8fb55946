package app.moodify.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.functions.CloudEventsFunction;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import io.cloudevents.CloudEvent;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopbackInvokerTest {
  private static final AtomicInteger EVENTS = new AtomicInteger();

  private final OkHttpClient http = new OkHttpClient();
  private Server server;

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void aFunctionListensOnThisMachineOnly() throws Exception {
    server = LoopbackInvoker.serve(Hello.class.getName(), 0);

    assertThat(((ServerConnector) server.getConnectors()[0]).getHost()).isEqualTo("127.0.0.1");
    assertThat(post("https://moodify.example")).as("it knows itself whose page").isEqualTo(200);
  }

  @Test
  void noWebPageMayPostEvents() throws Exception {
    server = LoopbackInvoker.serve(Events.class.getName(), 0);

    for (String origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:5000"}) {
      assertThat(post(origin)).isEqualTo(403);
    }
    assertThat(EVENTS).hasValue(0);
    assertThat(post(null)).isEqualTo(200);
    assertThat(EVENTS).hasValue(1);
  }

  private int post(String origin) throws Exception {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    Request.Builder request =
        new Request.Builder()
            .url("http://127.0.0.1:" + port + "/")
            .header("ce-specversion", "1.0")
            .header("ce-id", "1")
            .header("ce-type", "some.type")
            .header("ce-source", "//somewhere")
            .post(RequestBody.create(new byte[0]));
    if (origin != null) {
      request.header("Origin", origin);
    }
    try (Response response = http.newCall(request.build()).execute()) {
      return response.code();
    }
  }

  /** What the framework makes. */
  public static final class Hello implements HttpFunction {
    @Override
    public void service(HttpRequest request, HttpResponse response) {
      response.setStatusCode(200);
    }
  }

  /** What the framework makes of a function that events wake. */
  public static final class Events implements CloudEventsFunction {
    @Override
    public void accept(CloudEvent event) {
      EVENTS.incrementAndGet();
    }
  }
}
