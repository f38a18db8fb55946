package app.moodify.deployment;

import app.moodify.testing.FakePubSub;
import com.google.pubsub.v1.PubsubMessage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Fakes of Cloud Storage, Firebase Authentication and Pub/Sub, as far as a function's first event
 * needs them. Firestore has an emulator that starts by itself.
 */
final class FakeCloudServices implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer http;
  private final FakePubSub pubsub = new FakePubSub();
  private final byte[] photo;
  private final List<String> deleted = new CopyOnWriteArrayList<>();

  FakeCloudServices(byte[] photo) throws IOException {
    this.photo = photo;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", this::answer);
    http.setExecutor(threads);
    http.start();
  }

  /** Returns the variables that lead here, and to the Firestore emulator on a port. */
  Map<String, String> settings(String project, int firestore) {
    String host = "127.0.0.1:" + http.getAddress().getPort();
    return Map.of(
        "GOOGLE_CLOUD_PROJECT",
        project,
        "MOODIFY_PHOTO_BUCKET",
        "demo-moodify.appspot.com",
        "MOODIFY_TRAIL_KEY",
        "a key for tests, and for nothing else",
        "FIRESTORE_EMULATOR_HOST",
        "127.0.0.1:" + firestore,
        "STORAGE_EMULATOR_HOST",
        "http://" + host,
        "FIREBASE_AUTH_EMULATOR_HOST",
        host,
        "PUBSUB_EMULATOR_HOST",
        pubsub.host(),
        "MOODIFY_CATALOGUES",
        "none");
  }

  /** Returns the paths of the photos that were deleted. */
  List<String> deleted() {
    return deleted;
  }

  /** Returns the messages that were published. */
  List<PubsubMessage> messages() {
    return pubsub.messages();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    exchange.getRequestBody().readAllBytes();
    if (path.endsWith("/accounts:lookup")) {
      reply(
          exchange,
          200,
          "{\"users\": [{\"localId\": \"ada\", \"validSince\": \"0\"}]}"
              .getBytes(StandardCharsets.UTF_8));
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      deleted.add(path);
      reply(exchange, 204, null);
    } else if (isChangeOfMetadata(exchange)) {
      reply(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
    } else if (path.contains("/photos/")) {
      reply(exchange, 200, photo);
    } else {
      reply(exchange, 404, "{}".getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Google's client sends PATCH, or names it in a header of a POST where Java knows no PATCH. */
  private static boolean isChangeOfMetadata(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("PATCH")
        || "PATCH".equals(exchange.getRequestHeaders().getFirst("X-HTTP-Method-Override"));
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body == null ? -1 : body.length);
    if (body != null) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdown();
    pubsub.close();
  }
}
