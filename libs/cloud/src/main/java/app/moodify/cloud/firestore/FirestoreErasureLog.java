package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.ErasureLog;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import io.grpc.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Notes in {@code erasures/{uid}}, which nobody but functions can see. */
public final class FirestoreErasureLog implements ErasureLog {
  private static final String BEGAN_AT = "beganAt";

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreErasureLog(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public void begin(String uid, Instant at) {
    try {
      ApiFutures.await(
          "Noting an erasure",
          erasures().document(uid).create(Map.of(BEGAN_AT, Documents.timestamp(at))));
    } catch (ServiceUnavailableException e) {
      if (!ApiFutures.isRefusedWith(e, Status.Code.ALREADY_EXISTS)) {
        throw e;
      }
    }
  }

  @Override
  public boolean isOpen(String uid) {
    return ApiFutures.await("Looking for an erasure", erasures().document(uid).get()).exists();
  }

  @Override
  public List<String> openSince(Instant before, int atMost) {
    return ApiFutures.await(
            "Listing erasures",
            erasures()
                .whereLessThan(BEGAN_AT, Documents.timestamp(before))
                .orderBy(BEGAN_AT)
                .limit(atMost)
                .get())
        .getDocuments()
        .stream()
        .map(QueryDocumentSnapshot::getId)
        .toList();
  }

  @Override
  public void end(String uid) {
    WriteBatch batch = firestore.get().batch();
    batch.delete(Documents.rateLimits(firestore.get(), uid));
    batch.delete(erasures().document(uid));
    ApiFutures.await("Ending an erasure", batch.commit());
  }

  private CollectionReference erasures() {
    return firestore.get().collection("erasures");
  }
}
