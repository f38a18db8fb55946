package app.moodify.testing;

import com.google.cloud.functions.CloudEventsFunction;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import com.google.cloud.functions.invoker.runner.Invoker;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A function with test collaborators in the official functions framework's server, so that tests
 * speak to it as the platform does. One server at a time: the framework makes the function itself,
 * from a class without arguments, which finds the function to serve in a static field.
 */
public final class FunctionServer implements AutoCloseable {
  private static final AtomicReference<Object> SERVED = new AtomicReference<>();

  private final Invoker invoker;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  private FunctionServer(Object function, Class<?> entry, String signature) {
    if (!SERVED.compareAndSet(null, function)) {
      throw new IllegalStateException("Another function is being served");
    }
    int port = FreePort.find();
    address = URI.create("http://127.0.0.1:" + port);
    invoker = new Invoker(port, entry.getName(), signature, entry.getClassLoader());
    try {
      invoker.startTestServer();
    } catch (Exception e) {
      throw new IllegalStateException("The functions framework did not start", e);
    }
  }

  /** Serves a CloudEvents function. */
  public static FunctionServer of(CloudEventsFunction function) {
    return new FunctionServer(function, Events.class, "cloudevent");
  }

  /** Serves an HTTP function. */
  public static FunctionServer of(HttpFunction function) {
    return new FunctionServer(function, Http.class, "http");
  }

  /** Returns where the function is served. */
  public URI address() {
    return address;
  }

  /**
   * Sends an event as Eventarc does.
   *
   * @return the HTTP status: 2xx acknowledges the event, everything else asks for it again
   */
  public int send(SavedEvent event) {
    var request =
        java.net.http.HttpRequest.newBuilder(address)
            .POST(BodyPublishers.ofByteArray(event.body()));
    event.headers().forEach(request::header);
    return send(request.build()).statusCode();
  }

  /** Sends a request, and returns the answer. */
  public java.net.http.HttpResponse<String> send(java.net.http.HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("The functions framework did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the function worked", e);
    }
  }

  @Override
  public void close() {
    SERVED.set(null);
    try {
      invoker.stopServer();
    } catch (Exception e) {
      throw new IllegalStateException("The functions framework did not stop", e);
    }
  }

  /** What the framework makes for an event function. */
  public static final class Events implements CloudEventsFunction {
    @Override
    public void accept(CloudEvent event) throws Exception {
      ((CloudEventsFunction) SERVED.get()).accept(event);
    }
  }

  /** What the framework makes for an HTTP function. */
  public static final class Http implements HttpFunction {
    @Override
    public void service(HttpRequest request, HttpResponse response) throws Exception {
      ((HttpFunction) SERVED.get()).service(request, response);
    }
  }
}
