package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.music.CatalogueCache;
import app.moodify.core.music.Track;
import com.google.api.core.ApiFuture;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteResult;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Responses of catalogues in {@code catalogueCache/{key}}. A policy of Firestore deletes a document
 * some time after its {@code expiresAt}; until then it is only older.
 *
 * <p>The tracks are one text of JSON: nobody looks for one of them here, and a hundred tracks of
 * twenty fields each take client and server many times as long to bring over as fields.
 */
public final class FirestoreCatalogueCache implements CatalogueCache {
  private static final String TRACKS = "tracks";
  private static final String FETCHED_AT = "fetchedAt";
  private static final String EXPIRES_AT = "expiresAt";

  /** A seed of a recipe is a whole number that a floating one would round. */
  private static final Gson JSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  private final Supplier<Firestore> firestore;
  private final Queue<ApiFuture<WriteResult>> pending = new ConcurrentLinkedQueue<>();

  /** Uses a client, which is opened at the first call. */
  public FirestoreCatalogueCache(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public Optional<CachedResponse> find(String key, Instant newerThan) {
    DocumentSnapshot document =
        ApiFutures.await("Reading a catalogue's response", place(key).get());
    if (!(document.get(FETCHED_AT) instanceof Timestamp fetchedAt)
        || !(document.get(TRACKS) instanceof String json)) {
      return Optional.empty();
    }
    Instant at = Documents.instant(fetchedAt);
    // Firestore keeps microseconds, so what this instance stored itself is not newer.
    if (!at.isAfter(newerThan)) {
      return Optional.empty();
    }
    List<Track> tracks = read(json);
    return tracks.isEmpty() ? Optional.empty() : Optional.of(new CachedResponse(tracks, at));
  }

  private static List<Track> read(String json) {
    try {
      return JSON.fromJson(json, Object.class) instanceof List<?> list
          ? list.stream()
              .filter(Map.class::isInstance)
              .flatMap(track -> TrackDocument.read((Map<?, ?>) track).stream())
              .toList()
          : List.of();
    } catch (JsonParseException noJson) {
      return List.of();
    }
  }

  @Override
  public void store(String key, CachedResponse response, Instant expiresAt) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(TRACKS, JSON.toJson(response.tracks().stream().map(TrackDocument::write).toList()));
    fields.put(FETCHED_AT, Documents.timestamp(response.fetchedAt()));
    fields.put(EXPIRES_AT, Documents.timestamp(expiresAt));
    pending.add(place(key).set(fields));
  }

  @Override
  public void flush() {
    for (ApiFuture<WriteResult> write = pending.poll(); write != null; write = pending.poll()) {
      ApiFutures.await("Storing a catalogue's response", write);
    }
  }

  private DocumentReference place(String key) {
    return firestore.get().collection("catalogueCache").document(key);
  }
}
