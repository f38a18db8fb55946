package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.ContentionException;
import app.moodify.core.person.RateLimit;
import app.moodify.core.person.RateLimiter;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.Transaction;
import com.google.cloud.firestore.TransactionOptions;
import io.grpc.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Counts in {@code rateLimits/{uid}}, by the generic cell rate algorithm (GCRA, ITU-T I.371): one
 * time for each limit says when the bucket will be empty again, so that nothing has to be cleared.
 *
 * <p>A person's calls of one instance wait for each other in the order they came, so that only
 * instances contend for the document, and not every call.
 *
 * <p>Calls that may be tried again are in {@code counted}, by the limit's name and their key, each
 * with the time when it was counted. They cost no further round trip.
 */
public final class FirestoreRateLimiter implements RateLimiter {
  private static final String COUNTED = "counted";
  private static final String EXPIRES_AT = "expiresAt";

  /** As long as a photo is tried again. */
  private static final Duration REMEMBERED_FOR = Duration.ofHours(1);

  private static final int MAX_REMEMBERED = 100;

  private final Supplier<Firestore> firestore;
  private final Clock clock;
  private final TransactionOptions attempts;
  private final ReentrantLock[] queues =
      IntStream.range(0, 64)
          .mapToObj(each -> new ReentrantLock(true))
          .toArray(ReentrantLock[]::new);

  /** Uses a client, which is opened at the first call, and a clock for when requests come. */
  public FirestoreRateLimiter(Supplier<Firestore> firestore, Clock clock) {
    this(firestore, clock, Documents.TEN_ATTEMPTS);
  }

  FirestoreRateLimiter(Supplier<Firestore> firestore, Clock clock, TransactionOptions attempts) {
    this.firestore = firestore;
    this.clock = clock;
    this.attempts = attempts;
  }

  @Override
  public Optional<Duration> take(String uid, RateLimit limit, Optional<String> key) {
    Optional<String> name = key.map(call -> limit.name() + " " + call);
    ReentrantLock queue = queues[Math.floorMod(uid.hashCode(), queues.length)];
    queue.lock();
    try {
      DocumentReference place = Documents.rateLimits(firestore.get(), uid);
      return ApiFutures.await(
          "Counting a call",
          firestore
              .get()
              .runTransaction(transaction -> take(transaction, place, limit, name), attempts));
    } catch (ServiceUnavailableException e) {
      if (ApiFutures.isRefusedWith(e, Status.Code.ABORTED)) {
        throw new ContentionException(e);
      }
      throw e;
    } finally {
      queue.unlock();
    }
  }

  private Optional<Duration> take(
      Transaction transaction, DocumentReference place, RateLimit limit, Optional<String> key)
      throws Exception {
    DocumentSnapshot counts = transaction.get(place).get();
    Map<String, Instant> counted = key.isPresent() ? counted(counts) : Map.of();
    if (key.filter(counted::containsKey).isPresent()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant emptyAt = limit.emptyAfterCall(time(counts.get(limit.name()), now), now);
    Optional<Duration> wait = limit.timeToWait(emptyAt, now);
    if (wait.isPresent()) {
      return wait;
    }
    Instant end = key.isPresent() ? later(emptyAt, now.plus(REMEMBERED_FOR)) : emptyAt;
    Map<String, Object> fields = new HashMap<>();
    fields.put(limit.name(), Documents.timestamp(emptyAt));
    fields.put(EXPIRES_AT, Documents.timestamp(later(end, time(counts.get(EXPIRES_AT), end))));
    key.ifPresent(call -> fields.put(COUNTED, remember(call, counted, now)));
    transaction.set(place, fields, SetOptions.merge());
    return Optional.empty();
  }

  private static Map<String, Instant> counted(DocumentSnapshot counts) {
    Map<String, Instant> counted = new HashMap<>();
    Map<String, Object> fields = counts.exists() ? counts.getData() : Map.of();
    Documents.map(fields, COUNTED)
        .forEach((call, at) -> counted.put((String) call, time(at, Instant.EPOCH)));
    return counted;
  }

  /** Returns the changes to what is remembered: the call, and which earlier ones are forgotten. */
  private static Map<String, Object> remember(
      String call, Map<String, Instant> counted, Instant now) {
    Instant oldest = now.minus(REMEMBERED_FOR);
    Map<String, Object> changes = new HashMap<>();
    counted.entrySet().stream()
        .sorted(Map.Entry.<String, Instant>comparingByValue().reversed())
        .skip(MAX_REMEMBERED - 1)
        .forEach(earlier -> changes.put(earlier.getKey(), FieldValue.delete()));
    counted.forEach(
        (earlier, at) -> {
          if (at.isBefore(oldest)) {
            changes.put(earlier, FieldValue.delete());
          }
        });
    changes.put(call, Documents.timestamp(now));
    return changes;
  }

  private static Instant time(Object value, Instant otherwise) {
    return value instanceof Timestamp at ? Documents.instant(at) : otherwise;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
