package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.person.Revocations;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;

/** Notes in {@code revocations/{uid}}, which the rules of both stores read. */
public final class FirestoreRevocations implements Revocations {
  /** Far enough for every token, and within what Firestore can store. */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreRevocations(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public void refuseBefore(String uid, Instant time) {
    // A token tells its sign-in to the second; who comes back within this one is not to be refused.
    note(uid, time.truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public void refuseAll(String uid) {
    note(uid, NEVER);
  }

  @Override
  public void allow(String uid) {
    ApiFutures.await("Taking a revocation away", place(firestore.get(), uid).delete());
  }

  private void note(String uid, Instant validAfter) {
    ApiFutures.await("Noting a revocation", place(firestore.get(), uid).set(fields(validAfter)));
  }

  static DocumentReference place(Firestore firestore, String uid) {
    return firestore.collection("revocations").document(uid);
  }

  /** Returns what refuses every token. */
  static Map<String, Object> ofEveryToken() {
    return fields(NEVER);
  }

  private static Map<String, Object> fields(Instant validAfter) {
    return Map.of("validAfter", Documents.timestamp(validAfter));
  }
}
