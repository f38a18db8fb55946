package app.moodify.music.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.CatalogueException.Kind;
import java.time.Duration;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Request;
import okio.Buffer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A stub server for a catalogue, and the client that may reach it. */
public abstract class StubServer {
  /** Longer than any test takes. */
  protected static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final MockWebServer server = new MockWebServer();
  private CatalogueHttp http;

  @BeforeEach
  final void startServer() throws Exception {
    server.start();
    http = new CatalogueHttp(Set.of(server.getHostName()));
  }

  @AfterEach
  final void stopServer() {
    server.close();
  }

  protected final MockWebServer server() {
    return server;
  }

  protected final CatalogueHttp http() {
    return http;
  }

  /** Adds a response to those that the server gives, in their order. */
  protected final void respond(String contentType, byte[] body) {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", contentType)
            .body(new Buffer().write(body))
            .build());
  }

  protected final void respond(String json) {
    respond("application/json", json.getBytes());
  }

  protected final void respond(int status) {
    server.enqueue(new MockResponse.Builder().code(status).body("{\"code\":1}").build());
  }

  protected final void redirect(String location) {
    server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", location).build());
  }

  protected final AbstractThrowableAssert<?, CatalogueException> assertFails(
      ThrowingCallable request, Kind kind) {
    AbstractThrowableAssert<?, CatalogueException> failure =
        assertThatThrownBy(request)
            .asInstanceOf(InstanceOfAssertFactories.throwable(CatalogueException.class));
    failure.extracting(CatalogueException::kind).isEqualTo(kind);
    return failure;
  }

  final JsonFields get() throws CatalogueException {
    return http.get(request(), TIMEOUT);
  }

  final Request request() {
    return new Request.Builder().url(server.url("/tracks?client_id=secret-id")).build();
  }
}
