package app.moodify.stack.events;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.testing.FakeClock;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final CloudEvent EVENT =
      new CloudEvent(
          Map.of("ce-id", "1", "ce-subject", "objects/a", "content-type", "application/json"),
          new byte[] {1, 2, 3});

  private final MockWebServer function = new MockWebServer();
  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  private final FakeClock clock = new FakeClock();
  private final OkHttpClient http = new OkHttpClient();

  @BeforeEach
  void start() throws IOException {
    function.start();
  }

  @AfterEach
  void stop() {
    function.close();
  }

  @Test
  void anEventIsPostedAsItIsAndOnceIfTheFunctionTakesIt() throws InterruptedException {
    function.enqueue(answer(200));
    try (Delivery delivery = delivery(10)) {
      delivery.offer(EVENT);

      assertThat(delivery.drain(LONGEST)).isTrue();
    }
    RecordedRequest request = function.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getHeaders().get("ce-id")).isEqualTo("1");
    assertThat(request.getHeaders().get("content-type")).isEqualTo("application/json");
    assertThat(request.getBody().toByteArray()).containsExactly(1, 2, 3);
    assertThat(waits).isEmpty();
  }

  @Test
  void whatIsHeldIsDeliveredOnceItIsReleased() throws InterruptedException {
    function.enqueue(answer(200));
    try (Delivery delivery = delivery(10)) {
      delivery.hold();
      delivery.offer(EVENT);

      assertThat(delivery.isIdle()).isTrue();
      assertThat(delivery.drain(Duration.ofMillis(50))).isFalse();
      assertThat(function.getRequestCount()).isZero();

      delivery.release();

      assertThat(delivery.drain(LONGEST)).isTrue();
    }
    assertThat(function.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aFailedEventIsTriedAgainWithDoublingWaits() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      function.enqueue(answer(500));
    }
    function.enqueue(answer(204));
    try (Delivery delivery = delivery(10)) {
      delivery.offer(EVENT);

      assertThat(delivery.drain(LONGEST)).isTrue();
    }
    assertThat(function.getRequestCount()).isEqualTo(4);
    assertThat(waits)
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void aFunctionThatIsNotThereIsTriedAgainUntilTheEventIsAnHourOld() throws Exception {
    URI nobody;
    try (ServerSocket closed = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
    }
    try (Delivery delivery = delivery(nobody, 10)) {
      delivery.offer(EVENT);

      assertThat(delivery.drain(LONGEST)).isTrue();
    }
    Duration inAll = waits.stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(inAll).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofMinutes(1)) <= 0);
  }

  @Test
  void aSlowFunctionDoesNotHoldUpTheNextEvent() throws InterruptedException {
    function.enqueue(answer(200).newBuilder().headersDelay(2, TimeUnit.SECONDS).build());
    function.enqueue(answer(200));
    try (Delivery delivery = delivery(10)) {
      delivery.offer(EVENT);
      delivery.offer(EVENT);

      assertThat(function.takeRequest(1, TimeUnit.SECONDS)).isNotNull();
      assertThat(function.takeRequest(1, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void noMoreEventsAreTakenThanMayWait() throws InterruptedException {
    function.enqueue(answer(200).newBuilder().headersDelay(300, TimeUnit.MILLISECONDS).build());
    function.enqueue(answer(200));
    try (Delivery delivery = delivery(1)) {
      assertThat(delivery.offer(EVENT)).isTrue();
      assertThat(delivery.offer(EVENT)).isFalse();
      assertThat(delivery.waiting()).isEqualTo(1);

      assertThat(delivery.drain(LONGEST)).isTrue();
      assertThat(delivery.offer(EVENT)).isTrue();
    }
  }

  private Delivery delivery(int capacity) {
    return delivery(function.url("/").uri(), capacity);
  }

  /** Waits take no time here: they move the clock. */
  private Delivery delivery(URI address, int capacity) {
    return new Delivery(
        "detect",
        address,
        http,
        clock,
        (wait, task) -> {
          waits.add(wait);
          clock.advance(wait);
          task.run();
        },
        Backoff.LOCAL,
        capacity);
  }

  private static MockResponse answer(int status) {
    return new MockResponse.Builder().code(status).build();
  }
}
