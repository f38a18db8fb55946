package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.ContentionException;
import app.moodify.core.person.RateLimit;
import app.moodify.core.person.RateLimiter;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
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
 */
public final class FirestoreRateLimiter implements RateLimiter {
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
  public Optional<Duration> take(String uid, RateLimit limit) {
    ReentrantLock queue = queues[Math.floorMod(uid.hashCode(), queues.length)];
    queue.lock();
    try {
      DocumentReference place = Documents.rateLimits(firestore.get(), uid);
      return ApiFutures.await(
          "Counting a call",
          firestore.get().runTransaction(transaction -> take(transaction, place, limit), attempts));
    } catch (ServiceUnavailableException e) {
      if (ApiFutures.isRefusedWith(e, Status.Code.ABORTED)) {
        throw new ContentionException(e);
      }
      throw e;
    } finally {
      queue.unlock();
    }
  }

  private Optional<Duration> take(Transaction transaction, DocumentReference place, RateLimit limit)
      throws Exception {
    DocumentSnapshot counts = transaction.get(place).get();
    Instant now = clock.instant();
    Instant emptyAt =
        later(now, counts.get(limit.name()) instanceof Timestamp at ? Documents.instant(at) : now)
            .plus(limit.interval());
    Duration wait = Duration.between(now, emptyAt).minus(limit.per());
    if (!wait.isZero() && !wait.isNegative()) {
      return Optional.of(wait);
    }
    Instant expiresAt =
        later(
            emptyAt,
            counts.get("expiresAt") instanceof Timestamp at ? Documents.instant(at) : emptyAt);
    Map<String, Object> fields = new HashMap<>();
    fields.put(limit.name(), Documents.timestamp(emptyAt));
    fields.put("expiresAt", Documents.timestamp(expiresAt));
    transaction.set(place, fields, SetOptions.merge());
    return Optional.empty();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
