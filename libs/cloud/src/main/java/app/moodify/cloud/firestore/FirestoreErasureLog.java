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
  private static final String BEGAN_AT = "beganAt";
  private static final String ACCOUNT_ENDED_AT = "accountEndedAt";
  private static final String DUE_AT = "dueAt";

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreErasureLog(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public void begin(String uid, Instant at) {
    DocumentReference note = erasures().document(uid);
    WriteBatch batch = firestore.get().batch();
    batch.create(note, Map.of(BEGAN_AT, Documents.timestamp(at), DUE_AT, Documents.timestamp(at)));
    batch.set(
        FirestoreRevocations.place(firestore.get(), uid), FirestoreRevocations.ofEveryToken());
    ApiFutures.awaitUnlessRefused("Noting an erasure", batch.commit(), Status.Code.ALREADY_EXISTS);
  }

  @Override
  public void noteAccountEnded(String uid, Instant at) {
    ApiFutures.await(
        "Noting the end of an account",
        erasures().document(uid).update(ACCOUNT_ENDED_AT, Documents.timestamp(at)));
  }

  @Override
  public Optional<Instant> accountEndedAt(String uid) {
    DocumentSnapshot note = ApiFutures.await("Reading an erasure", erasures().document(uid).get());
    return note.get(ACCOUNT_ENDED_AT) instanceof Timestamp ended
        ? Optional.of(Documents.instant(ended))
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
    return firestore.get().collection("erasures");
  }
}
