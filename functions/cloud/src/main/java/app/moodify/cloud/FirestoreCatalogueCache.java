package app.moodify.cloud;

import app.moodify.core.CatalogueCache;
import app.moodify.core.Track;
import com.google.api.core.ApiFuture;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteResult;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Answers of catalogues in {@code catalogueCache/{key}}. A policy of Firestore deletes a document
 * some time after its {@code expiresAt}; until then it is only older.
 */
final class FirestoreCatalogueCache implements CatalogueCache {
  private static final String TRACKS = "tracks";
  private static final String FETCHED_AT = "fetchedAt";
  private static final String EXPIRES_AT = "expiresAt";

  private final Supplier<Firestore> firestore;
  private final Queue<ApiFuture<WriteResult>> begun = new ConcurrentLinkedQueue<>();

  FirestoreCatalogueCache(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public Optional<Answer> find(String key) {
    DocumentSnapshot document = Calls.await("Reading a catalogue's answer", place(key).get());
    if (!(document.get(FETCHED_AT) instanceof Timestamp fetchedAt)
        || !(document.get(TRACKS) instanceof List<?> list)) {
      return Optional.empty();
    }
    List<Track> tracks =
        list.stream()
            .filter(Map.class::isInstance)
            .flatMap(track -> TrackDocument.read((Map<?, ?>) track).stream())
            .toList();
    return tracks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer(tracks, Documents.instant(fetchedAt)));
  }

  @Override
  public void store(String key, Answer answer, Instant expiresAt) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(TRACKS, answer.tracks().stream().map(TrackDocument::write).toList());
    fields.put(FETCHED_AT, Documents.timestamp(answer.fetchedAt()));
    fields.put(EXPIRES_AT, Documents.timestamp(expiresAt));
    begun.add(place(key).set(fields));
  }

  @Override
  public void settle() {
    for (ApiFuture<WriteResult> write = begun.poll(); write != null; write = begun.poll()) {
      Calls.await("Storing a catalogue's answer", write);
    }
  }

  private DocumentReference place(String key) {
    return firestore.get().collection("catalogueCache").document(key);
  }
}
