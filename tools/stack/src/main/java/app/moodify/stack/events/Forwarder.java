package app.moodify.stack.events;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Logger;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Stands between the emulators and the functions. The emulators post to {@code /events/storage},
 * {@code /events/firestore} and {@code /events/pubsub/FUNCTION/TOPIC}; each event is answered with
 * 204 at once and delivered in the background, see {@link Delivery}. Not with 202, which Pub/Sub
 * takes for an acknowledgement and its emulator does not: it would push the message for ever.
 */
public final class Forwarder implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Forwarder.class.getName());

  /** How many events may wait. The platform has no such bound; memory has. */
  private static final int CAPACITY = 10_000;

  /** The platform's own bound for functions that events call. */
  private static final Duration LONGEST_CALL = Duration.ofMinutes(9);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  private final HttpServer server;
  private final ExecutorService handlers = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final OkHttpClient http;
  private final Map<String, Delivery> deliveries;
  private final Routes routes;
  private volatile Consumer<byte[]> uploads = object -> {};

  /**
   * Where events go.
   *
   * @param project the project's id, for the full name of topics
   * @param storage the function that gets storage events
   * @param firestore the function that gets Firestore events
   * @param functions every function's address by its name
   */
  public record Routes(
      String project, String storage, String firestore, Map<String, URI> functions) {}

  private Forwarder(HttpServer server, Routes routes) {
    this.server = server;
    this.routes = routes;
    this.http =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(16, 5, TimeUnit.MINUTES))
            .readTimeout(LONGEST_CALL)
            .build();
    this.deliveries = new HashMap<>();
    routes.functions().forEach((name, address) -> deliveries.put(name, delivery(name, address)));
  }

  private Delivery delivery(String function, URI address) {
    return new Delivery(
        function,
        address,
        http,
        Clock.systemUTC(),
        (wait, task) -> timer.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS),
        Backoff.LOCAL,
        CAPACITY);
  }

  /**
   * Starts to listen on 127.0.0.1.
   *
   * @param port 0 for any free one
   */
  public static Forwarder start(int port, Routes routes) throws IOException {
    // Without it, answers on a kept connection wait 40 ms for the receiver's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    Forwarder forwarder = new Forwarder(server, routes);
    server.setExecutor(forwarder.handlers);
    server.createContext("/events/storage", forwarder.handler(forwarder::takeStorage));
    server.createContext("/events/firestore", forwarder.handler(forwarder::takeFirestore));
    server.createContext("/events/pubsub/", forwarder.handler(forwarder::takePubSub));
    server.start();
    return forwarder;
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** How many events are not yet delivered. */
  public int waiting() {
    return deliveries.values().stream().mapToInt(Delivery::waiting).sum();
  }

  /** Waits for the events not yet delivered, at most this long a function; says if none is left. */
  public boolean drain(Duration longest) throws InterruptedException {
    boolean all = true;
    for (Delivery delivery : deliveries.values()) {
      all &= delivery.drain(longest);
    }
    return all;
  }

  /**
   * Lets no function begin with anything until {@link #release}, and waits until all have ended
   * what they do.
   *
   * @return whether they have within that time; hold and release in any case
   */
  public boolean hold(Duration longest) throws InterruptedException {
    deliveries.values().forEach(Delivery::hold);
    Instant end = Instant.now().plus(longest);
    while (!deliveries.values().stream().allMatch(Delivery::isIdle)) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
    return true;
  }

  /** Delivers what {@link #hold} held back. */
  public void release() {
    deliveries.values().forEach(Delivery::release);
  }

  /**
   * Calls back with each object that was uploaded, its resource as JSON, before that is delivered,
   * which waits for the listener.
   */
  public void onUpload(Consumer<byte[]> listener) {
    uploads = listener;
  }

  @Override
  public void close() {
    server.stop(0);
    handlers.shutdownNow();
    timer.shutdownNow();
    deliveries.values().forEach(Delivery::close);
    http.connectionPool().evictAll();
  }

  private interface Taker {
    /** Says whether there was room for the event. */
    boolean take(HttpExchange exchange, byte[] body) throws IOException;
  }

  private boolean takeStorage(HttpExchange exchange, byte[] body) {
    CloudEvent event = EmulatorEvents.storage(body);
    uploads.accept(event.body());
    return deliver(routes.storage(), event);
  }

  private boolean takeFirestore(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return deliver(routes.firestore(), EmulatorEvents.firestore(headers, body));
  }

  private boolean takePubSub(HttpExchange exchange, byte[] body) {
    String[] path = exchange.getRequestURI().getPath().split("/");
    if (path.length != 5) {
      throw new IllegalArgumentException("Expected /events/pubsub/FUNCTION/TOPIC");
    }
    String topic = "projects/%s/topics/%s".formatted(routes.project(), path[4]);
    return deliver(path[3], EmulatorEvents.pubSub(topic, body));
  }

  private boolean deliver(String function, CloudEvent event) {
    Delivery delivery = deliveries.get(function);
    if (delivery == null) {
      throw new IllegalArgumentException("No function " + function);
    }
    return delivery.offer(event);
  }

  private HttpHandler handler(Taker taker) {
    return exchange -> {
      try (exchange) {
        int status;
        try {
          if (exchange.getRequestHeaders().containsKey("Origin")) {
            // A web page: no emulator sends it, and browsers let pages post to this machine.
            LOG.warning("An event of a web page was refused");
            exchange.sendResponseHeaders(403, -1);
            return;
          }
          status = taker.take(exchange, exchange.getRequestBody().readAllBytes()) ? 204 : 503;
        } catch (IllegalArgumentException e) {
          LOG.warning(() -> "An event was refused: " + e.getMessage());
          status = 400;
        }
        exchange.sendResponseHeaders(status, -1);
      }
    };
  }
}
