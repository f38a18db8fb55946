package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.Batch;
import app.moodify.core.mood.Affect;
import app.moodify.core.mood.MoodId;
import com.google.api.core.ApiFuture;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.TransactionOptions;
import com.google.cloud.firestore.WriteResult;
import io.grpc.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where the documents are, and the shapes that several of them share. */
final class Documents {
  /** For documents that many write at the same moment; the default of the client is five. */
  static final TransactionOptions TEN_ATTEMPTS =
      TransactionOptions.createReadWriteOptionsBuilder().setNumberOfAttempts(10).build();

  private Documents() {}

  /** Reads all documents of an ordered query, of which only a batch is in memory at a time. */
  static void forEach(
      String action, Query query, int batchSize, Consumer<QueryDocumentSnapshot> reader) {
    Query first = query.limit(batchSize);
    Query next = first;
    while (next != null) {
      List<QueryDocumentSnapshot> batch = ApiFutures.await(action, next.get()).getDocuments();
      batch.forEach(reader);
      next = batch.size() < batchSize ? null : first.startAfter(batch.get(batch.size() - 1));
    }
  }

  /**
   * Returns a batch of an ordered query.
   *
   * @param from what the query is ordered by, of the last document of the batch before; empty for
   *     the first one
   * @param cursor returns that of a document, as text
   */
  static Batch<QueryDocumentSnapshot> batch(
      String action,
      Query query,
      int batchSize,
      Optional<?> from,
      Function<QueryDocumentSnapshot, String> cursor) {
    Query first = query.limit(batchSize);
    Query next = from.map(last -> first.startAfter(last)).orElse(first);
    List<QueryDocumentSnapshot> batch = ApiFutures.await(action, next.get()).getDocuments();
    return new Batch<>(
        batch,
        batch.size() < batchSize
            ? Optional.empty()
            : Optional.of(cursor.apply(batch.get(batch.size() - 1))));
  }

  /**
   * Updates a document that is still in the state that was read or written before.
   *
   * @param state the time of that state, as Firestore gave it
   * @return whether it was updated; otherwise somebody else has changed or deleted it
   */
  static boolean update(
      String action, DocumentReference document, Map<String, Object> fields, String state) {
    return write(action, document.update(fields, unchanged(state)));
  }

  /** Deletes a document that is still in the state that was read, as {@link #update} updates it. */
  static boolean delete(String action, DocumentReference document, String state) {
    return write(action, document.delete(unchanged(state)));
  }

  private static Precondition unchanged(String state) {
    return Precondition.updatedAt(Timestamp.parseTimestamp(state));
  }

  private static boolean write(String action, ApiFuture<WriteResult> write) {
    return ApiFutures.awaitUnlessRefused(
            action, write, Status.Code.FAILED_PRECONDITION, Status.Code.NOT_FOUND)
        .isPresent();
  }

  static DocumentReference user(Firestore firestore, String uid) {
    return firestore.collection("users").document(uid);
  }

  static DocumentReference mood(Firestore firestore, MoodId id) {
    return user(firestore, id.uid()).collection("moods").document(id.moodId());
  }

  static DocumentReference playlist(Firestore firestore, MoodId id) {
    return playlists(firestore, id.uid()).document(id.moodId());
  }

  static CollectionReference playlists(Firestore firestore, String uid) {
    return user(firestore, uid).collection("playlists");
  }

  static CollectionReference feedback(Firestore firestore, String uid) {
    return user(firestore, uid).collection("feedback");
  }

  static DocumentReference taste(Firestore firestore, String uid) {
    return user(firestore, uid).collection("taste").document("current");
  }

  static DocumentReference rateLimits(Firestore firestore, String uid) {
    return firestore.collection("rateLimits").document(uid);
  }

  static Map<String, Object> affect(Affect affect) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("valence", affect.valence());
    fields.put("arousal", affect.arousal());
    return fields;
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.ofTimeSecondsAndNanos(instant.getEpochSecond(), instant.getNano());
  }

  static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }

  /** Returns a field that is text, or nothing if it is absent or something else. */
  static Optional<String> text(Map<?, ?> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** Returns a field that is a map, or an empty map if it is absent or something else. */
  static Map<?, ?> map(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }
}
