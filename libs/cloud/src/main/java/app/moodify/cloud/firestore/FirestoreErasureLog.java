package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.person.ErasureLog;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import io.grpc.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Notes in {@code erasures/{uid}}, which nobody but functions can see. */
public final class FirestoreErasureLog implements ErasureLog {
  private static final String ERASURES = "erasures";
  private static final String BEGAN_AT = "beganAt";
  private static final String ACCOUNT_ENDED_AT = "accountEndedAt";
  private static final String DUE_AT = "dueAt";

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreErasureLog(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public Instant begin(String uid, Instant at) {
    DocumentReference note = erasures().document(uid);
    WriteBatch batch = firestore.get().batch();
    batch.create(note, Map.of(BEGAN_AT, Documents.timestamp(at), DUE_AT, Documents.timestamp(at)));
    batch.set(
        FirestoreRevocations.place(firestore.get(), uid), FirestoreRevocations.ofEveryToken());
    boolean isNotedNow =
        ApiFutures.awaitUnlessRefused(
                "Noting an erasure", batch.commit(), Status.Code.ALREADY_EXISTS)
            .isPresent();
    return isNotedNow ? at : noted(note, BEGAN_AT).orElse(at);
  }

  @Override
  public void noteAccountEnded(String uid, Instant at) {
    ApiFutures.await(
        "Noting the end of an account",
        erasures().document(uid).update(ACCOUNT_ENDED_AT, Documents.timestamp(at)));
  }

  @Override
  public Optional<Instant> accountEndedAt(String uid) {
    return noted(erasures().document(uid), ACCOUNT_ENDED_AT);
  }

  private static Optional<Instant> noted(DocumentReference note, String field) {
    DocumentSnapshot noted = ApiFutures.await("Reading an erasure", note.get());
    return noted.get(field) instanceof Timestamp at
        ? Optional.of(Documents.instant(at))
        : Optional.empty();
  }

  @Override
  public boolean isOpen(String uid) {
    return ApiFutures.await("Looking for an erasure", erasures().document(uid).get()).exists();
  }

  @Override
  public List<String> dueBefore(Instant time, int atMost) {
    return ApiFutures.await(
            "Listing erasures",
            erasures()
                .whereLessThan(DUE_AT, Documents.timestamp(time))
                .orderBy(DUE_AT)
                .limit(atMost)
                .get())
        .getDocuments()
        .stream()
        .map(QueryDocumentSnapshot::getId)
        .toList();
  }

  @Override
  public void lookAgainAt(String uid, Instant at) {
    ApiFutures.await(
        "Noting that nothing is left",
        erasures().document(uid).update(DUE_AT, Documents.timestamp(at)));
  }

  @Override
  public void end(String uid) {
    WriteBatch batch = firestore.get().batch();
    batch.delete(Documents.rateLimits(firestore.get(), uid));
    batch.delete(FirestoreRevocations.place(firestore.get(), uid));
    batch.delete(erasures().document(uid));
    ApiFutures.await("Ending an erasure", batch.commit());
  }

  private CollectionReference erasures() {
    return firestore.get().collection(ERASURES);
  }

  /** Returns where it is noted that a person is being erased. */
  static DocumentReference place(Firestore firestore, String uid) {
    return firestore.collection(ERASURES).document(uid);
  }
}
