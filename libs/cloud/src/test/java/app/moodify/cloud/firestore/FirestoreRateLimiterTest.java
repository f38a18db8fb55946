package app.moodify.cloud.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.person.ContentionException;
import app.moodify.core.person.RateLimit;
import app.moodify.core.person.RateLimiter;
import app.moodify.testing.FirestoreEmulator;
import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.TransactionOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirestoreRateLimiterTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final RateLimit FIVE_A_MINUTE = new RateLimit("five", 5, Duration.ofMinutes(1));

  @AutoClose private static Firestore firestore;

  private final String uid = UUID.randomUUID().toString();

  @BeforeAll
  static void connect() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
  }

  @Test
  void asManyCallsAsTheLimitSaysAreLetThroughAndTheNextGetsTheTimeToWait() {
    for (int call = 0; call < 5; call++) {
      assertThat(at(NOW).take(uid, FIVE_A_MINUTE)).isEmpty();
    }

    assertThat(at(NOW).take(uid, FIVE_A_MINUTE)).contains(Duration.ofSeconds(12));
    assertThat(at(NOW.plusSeconds(11)).take(uid, FIVE_A_MINUTE)).contains(Duration.ofSeconds(1));
    assertThat(at(NOW.plusSeconds(12)).take(uid, FIVE_A_MINUTE)).isEmpty();
    assertThat(at(NOW.plusSeconds(12)).take(uid, FIVE_A_MINUTE)).isPresent();
  }

  @Test
  void ofManyCallsAtOnceOnTwoInstancesExactlyAsManyAreLetThrough() {
    List<RateLimiter> instances = List.of(at(NOW), at(NOW));
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<CompletableFuture<Boolean>> calls =
          IntStream.range(0, 24)
              .mapToObj(
                  call ->
                      CompletableFuture.supplyAsync(
                          () -> instances.get(call % 2).take(uid, FIVE_A_MINUTE).isEmpty(),
                          threads))
              .toList();

      assertThat(calls.stream().filter(CompletableFuture::join)).hasSize(5);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aCountThatAnotherInstanceHoldsIsNoRefusal() throws Exception {
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch isOver = new CountDownLatch(1);
    ApiFuture<Boolean> holder =
        firestore.runTransaction(
            transaction -> {
              transaction.get(Documents.rateLimits(firestore, uid)).get();
              isHeld.countDown();
              return isOver.await(2, TimeUnit.MINUTES);
            });
    assertThat(isHeld.await(1, TimeUnit.MINUTES)).isTrue();
    // Ten attempts would wait ten times as long for the same end.
    TransactionOptions once =
        TransactionOptions.createReadWriteOptionsBuilder().setNumberOfAttempts(1).build();
    RateLimiter limiter =
        new FirestoreRateLimiter(() -> firestore, Clock.fixed(NOW, ZoneOffset.UTC), once);

    assertThatExceptionOfType(ContentionException.class)
        .isThrownBy(() -> limiter.take(uid, FIVE_A_MINUTE));

    isOver.countDown();
    assertThat(holder.get()).isTrue();
  }

  @Test
  void nobodyPaysForOthersAndNoLimitForAnother() {
    for (int call = 0; call < 6; call++) {
      at(NOW).take(uid, FIVE_A_MINUTE);
    }

    assertThat(at(NOW).take(UUID.randomUUID().toString(), FIVE_A_MINUTE)).isEmpty();
    assertThat(at(NOW).take(uid, new RateLimit("other", 1, Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void aCallThatIsTriedAgainIsCountedOnce() {
    for (int attempt = 0; attempt < 10; attempt++) {
      assertThat(at(NOW.plusSeconds(attempt)).take(uid, FIVE_A_MINUTE, Optional.of("one")))
          .isEmpty();
    }
    for (int call = 0; call < 4; call++) {
      assertThat(at(NOW).take(uid, FIVE_A_MINUTE, Optional.of("other " + call))).isEmpty();
    }

    assertThat(at(NOW).take(uid, FIVE_A_MINUTE, Optional.of("last"))).isPresent();
    assertThat(at(NOW).take(uid, FIVE_A_MINUTE, Optional.of("one"))).isEmpty();
  }

  @Test
  void aCallThatWasRefusedIsCountedOnceItIsLetThrough() {
    RateLimit one = new RateLimit("one", 1, Duration.ofMinutes(1));
    at(NOW).take(uid, one, Optional.of("first"));

    assertThat(at(NOW).take(uid, one, Optional.of("second"))).contains(Duration.ofMinutes(1));
    assertThat(at(NOW.plusSeconds(60)).take(uid, one, Optional.of("second"))).isEmpty();
    assertThat(at(NOW.plusSeconds(60)).take(uid, one, Optional.of("third"))).isPresent();
  }

  @Test
  void theSameKeyOfAnotherLimitOrPersonIsAnotherCall() {
    RateLimit other = new RateLimit("other", 1, Duration.ofMinutes(1));
    at(NOW).take(uid, FIVE_A_MINUTE, Optional.of("one"));
    at(NOW).take(uid, other);

    assertThat(at(NOW).take(uid, other, Optional.of("one"))).isPresent();
  }

  @Test
  void keysAreForgottenAfterAnHourOrAHundredCalls() throws Exception {
    RateLimit many = new RateLimit("many", 1_000, Duration.ofMinutes(1));
    at(NOW).take(uid, many, Optional.of("early"));
    for (int call = 0; call < 102; call++) {
      at(NOW.plusSeconds(60)).take(uid, many, Optional.of("call " + call));
    }
    assertThat(keys()).hasSize(100).doesNotContainKey("many early").containsKey("many call 101");

    at(NOW.plus(Duration.ofMinutes(62))).take(uid, many, Optional.of("late"));

    assertThat(keys()).containsOnlyKeys("many late");
  }

  private Map<String, Object> keys() throws Exception {
    Map<String, Object> remembered = new HashMap<>();
    Documents.map(Documents.rateLimits(firestore, uid).get().get().getData(), "counted")
        .forEach((key, at) -> remembered.put((String) key, at));
    return remembered;
  }

  @Test
  void theCountExpiresOnceItSaysNothingAnyMore() throws Exception {
    at(NOW).take(uid, FIVE_A_MINUTE);
    at(NOW).take(uid, new RateLimit("other", 1, Duration.ofDays(1)));

    assertThat(Documents.rateLimits(firestore, uid).get().get().getTimestamp("expiresAt"))
        .isEqualTo(Documents.timestamp(NOW.plus(Duration.ofDays(1))));
  }

  @Test
  void theCountIsThereForAsLongAsItsKeysAreRemembered() throws Exception {
    at(NOW).take(uid, FIVE_A_MINUTE, Optional.of("one"));

    assertThat(Documents.rateLimits(firestore, uid).get().get().getTimestamp("expiresAt"))
        .isEqualTo(Documents.timestamp(NOW.plus(Duration.ofHours(1))));
  }

  private static RateLimiter at(Instant now) {
    return new FirestoreRateLimiter(() -> firestore, Clock.fixed(now, ZoneOffset.UTC));
  }
}
