package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.Batch;
import app.moodify.core.upkeep.OrphanLog;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import io.grpc.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Notes in {@code orphans/{uid}}, which nobody but functions can see. */
public final class FirestoreOrphanLog implements OrphanLog {
  private static final String FIRST_SEEN_AT = "firstSeenAt";
  private static final int BATCH_SIZE = 100;

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreOrphanLog(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public boolean note(Orphan orphan) {
    return ApiFutures.awaitUnlessRefused(
            "Noting data without an account",
            orphans()
                .document(orphan.uid())
                .create(Map.of(FIRST_SEEN_AT, Documents.timestamp(orphan.firstSeenAt()))),
            Status.Code.ALREADY_EXISTS)
        .isPresent();
  }

  @Override
  public Batch<Orphan> batch(Optional<String> from) {
    Batch<QueryDocumentSnapshot> notes =
        Documents.batch(
            "Listing data without an account",
            orphans().orderBy(FieldPath.documentId()),
            BATCH_SIZE,
            from,
            QueryDocumentSnapshot::getId);
    return new Batch<>(
        notes.items().stream().map(FirestoreOrphanLog::orphan).toList(), notes.next());
  }

  @Override
  public void delete(String uid) {
    ApiFutures.await("Taking an orphan's note away", orphans().document(uid).delete());
  }

  /** A note whose time cannot be read is as good as new. */
  private static Orphan orphan(QueryDocumentSnapshot note) {
    Instant firstSeenAt =
        note.get(FIRST_SEEN_AT) instanceof Timestamp at
            ? Documents.instant(at)
            : Documents.instant(note.getUpdateTime());
    return new Orphan(note.getId(), firstSeenAt);
  }

  private CollectionReference orphans() {
    return firestore.get().collection("orphans");
  }
}
