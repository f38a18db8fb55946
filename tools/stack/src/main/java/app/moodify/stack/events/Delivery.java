package app.moodify.stack.events;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Delivers events to one function as the platform does: an answer of 2xx ends an event, anything
 * else is tried again with back-off until the event is too old. Thread-safe; never blocks.
 */
final class Delivery implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Delivery.class.getName());

  /** Runs a task later. */
  interface Timer {
    void after(Duration wait, Runnable task);
  }

  /** How many events the function works on at once, as the instances of a small production. */
  private static final int AT_ONCE = 8;

  private record Pending(CloudEvent event, Instant since, int failures) {}

  private final String function;
  private final URI address;
  private final OkHttpClient http;
  private final Clock clock;
  private final Timer timer;
  private final Backoff backoff;
  private final int capacity;
  private final Semaphore places;
  private final Queue<Pending> held = new ArrayDeque<>();
  private boolean isHeld;
  private volatile boolean closed;

  /**
   * Makes the delivery to a function.
   *
   * @param function its name, for logs
   * @param capacity how many events may wait at once
   */
  Delivery(
      String function,
      URI address,
      OkHttpClient http,
      Clock clock,
      Timer timer,
      Backoff backoff,
      int capacity) {
    this.function = function;
    this.address = address;
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    this.http = http.newBuilder().dispatcher(dispatcher).build();
    this.clock = clock;
    this.timer = timer;
    this.backoff = backoff;
    this.capacity = capacity;
    this.places = new Semaphore(capacity);
  }

  /**
   * Takes an event to deliver.
   *
   * @return false if too many events wait already, and this one was not taken
   */
  boolean offer(CloudEvent event) {
    if (!places.tryAcquire()) {
      LOG.warning(
          () -> "%s: no room for %s, %d wait".formatted(function, event.subject(), capacity));
      return false;
    }
    attempt(new Pending(event, clock.instant(), 0));
    return true;
  }

  /** How many events are not yet delivered. */
  int waiting() {
    return capacity - places.availablePermits();
  }

  /** From now on no attempt begins. Those that run go on, see {@link #isIdle}. */
  synchronized void hold() {
    isHeld = true;
  }

  /** Whether the function works on nothing. */
  boolean isIdle() {
    Dispatcher calls = http.dispatcher();
    return calls.runningCallsCount() + calls.queuedCallsCount() == 0;
  }

  /** Makes the attempts that {@link #hold} held back. */
  synchronized void release() {
    isHeld = false;
    while (!held.isEmpty()) {
      attempt(held.remove());
    }
  }

  /** Waits until every event is delivered, at most this long; says whether all were. */
  boolean drain(Duration longest) throws InterruptedException {
    if (places.tryAcquire(capacity, longest.toMillis(), TimeUnit.MILLISECONDS)) {
      places.release(capacity);
      return true;
    }
    return false;
  }

  @Override
  public void close() {
    closed = true;
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdownNow();
  }

  private synchronized void attempt(Pending pending) {
    if (isHeld) {
      held.add(pending);
      return;
    }
    Instant start = clock.instant();
    Request request =
        new Request.Builder()
            .url(address.toString())
            .headers(Headers.of(pending.event().headers()))
            .post(RequestBody.create(pending.event().body()))
            .build();
    http.newCall(request)
        .enqueue(
            new Callback() {
              @Override
              public void onResponse(Call call, Response response) {
                try (response) {
                  if (response.isSuccessful()) {
                    done(pending, start);
                  } else {
                    again(pending, "HTTP " + response.code());
                  }
                }
              }

              @Override
              public void onFailure(Call call, IOException e) {
                again(pending, e.toString());
              }
            });
  }

  private void done(Pending pending, Instant start) {
    places.release();
    long ms = Duration.between(start, clock.instant()).toMillis();
    LOG.info(() -> "%s: %s in %d ms".formatted(function, pending.event().subject(), ms));
  }

  private void again(Pending pending, String reason) {
    if (closed) {
      return;
    }
    int failures = pending.failures() + 1;
    String what = function + ": " + pending.event().subject();
    Duration wait = backoff.after(failures);
    Instant next = clock.instant().plus(wait);
    if (next.isAfter(pending.since().plus(backoff.giveUpAfter()))) {
      places.release();
      LOG.severe(
          () -> "%s given up after %d attempts, the last: %s".formatted(what, failures, reason));
      return;
    }
    LOG.warning(
        () ->
            "%s failed (%s), attempt %d in %d ms"
                .formatted(what, reason, failures + 1, wait.toMillis()));
    timer.after(wait, () -> attempt(new Pending(pending.event(), pending.since(), failures)));
  }
}
