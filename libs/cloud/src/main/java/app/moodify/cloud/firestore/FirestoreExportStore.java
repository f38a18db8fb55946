package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.person.ExportId;
import app.moodify.core.person.ExportStore;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.Transaction;
import io.grpc.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Exports in {@code users/{uid}/exports/{exportId}}: status, createdAt, expiresAt, and bytes once
 * the file is there.
 */
public final class FirestoreExportStore implements ExportStore {
  private static final String EXPORTS = "exports";
  private static final String STATUS = "status";
  private static final String WRITING = "writing";
  private static final String READY = "ready";
  private static final String EXPIRES_AT = "expiresAt";

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreExportStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public Requested begin(String uid, Instant now, Instant expiresAt) {
    return ApiFutures.await(
        "Beginning an export",
        firestore
            .get()
            .runTransaction(
                transaction -> begin(transaction, uid, now, expiresAt), Documents.TEN_ATTEMPTS));
  }

  private Requested begin(Transaction transaction, String uid, Instant now, Instant expiresAt)
      throws Exception {
    // All: of a person there are two at most.
    Optional<DocumentSnapshot> open =
        transaction.get(exports(uid)).get().getDocuments().stream()
            .map(DocumentSnapshot.class::cast)
            .filter(document -> isOpen(document, now))
            .findFirst();
    if (open.isPresent()) {
      return new Requested(new ExportId(uid, open.get().getId()), false);
    }
    DocumentReference document = exports(uid).document();
    transaction.create(
        document,
        Map.of(
            STATUS,
            WRITING,
            "createdAt",
            Documents.timestamp(now),
            EXPIRES_AT,
            Documents.timestamp(expiresAt)));
    return new Requested(new ExportId(uid, document.getId()), true);
  }

  @Override
  public boolean isOpen(ExportId id, Instant now) {
    return isOpen(ApiFutures.await("Looking for an export", document(id).get()), now);
  }

  private static boolean isOpen(DocumentSnapshot document, Instant now) {
    return WRITING.equals(document.get(STATUS))
        && document.get(EXPIRES_AT) instanceof Timestamp at
        && Documents.instant(at).isAfter(now);
  }

  @Override
  public boolean finish(ExportId id, long bytes, Instant expiresAt) {
    return ApiFutures.awaitUnlessRefused(
            "Noting an export",
            document(id)
                .update(
                    Map.of(
                        STATUS, READY, "bytes", bytes, EXPIRES_AT, Documents.timestamp(expiresAt))),
            Status.Code.NOT_FOUND)
        .isPresent();
  }

  @Override
  public List<ExportId> others(ExportId id) {
    return found(exports(id.uid()).whereEqualTo(STATUS, READY)).stream()
        .filter(other -> !other.equals(id))
        .toList();
  }

  @Override
  public List<ExportId> expired(Instant now, int atMost) {
    return found(
        firestore
            .get()
            .collectionGroup(EXPORTS)
            .whereIn(STATUS, List.of(WRITING, READY))
            .whereLessThan(EXPIRES_AT, Documents.timestamp(now))
            .orderBy(EXPIRES_AT)
            .limit(atMost));
  }

  @Override
  public void delete(ExportId id) {
    ApiFutures.await("Forgetting an export", document(id).delete());
  }

  private static List<ExportId> found(Query query) {
    return ApiFutures.await("Looking for exports", query.get()).getDocuments().stream()
        .flatMap(document -> ExportId.ofDocumentPath(document.getReference().getPath()).stream())
        .toList();
  }

  private DocumentReference document(ExportId id) {
    return exports(id.uid()).document(id.exportId());
  }

  private CollectionReference exports(String uid) {
    return Documents.user(firestore.get(), uid).collection(EXPORTS);
  }
}
