package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.LearnedTaste;
import app.moodify.core.music.ListenerStore;
import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.QuerySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** People's feedback and taste in Firestore. */
public final class FirestoreListenerStore implements ListenerStore {
  /** As {@link ListenerStore#feedback} promises. */
  private static final int NEWEST = 500;

  /** The most values of {@code array-contains-any}, cloud.google.com/firestore/docs/query-data. */
  private static final int VALUES_OF_A_QUERY = 30;

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreListenerStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public List<Feedback> feedback(String uid) {
    ApiFuture<QuerySnapshot> said =
        Documents.feedback(firestore.get(), uid)
            .orderBy(FeedbackDocument.AT, Query.Direction.DESCENDING)
            .limit(NEWEST)
            .get();
    ApiFuture<DocumentSnapshot> taste = Documents.taste(firestore.get(), uid).get();
    List<QueryDocumentSnapshot> newestFirst =
        ApiFutures.await("Reading feedback", said).getDocuments();
    Map<String, ShownTrack> shown =
        new HashMap<>(
            TasteDocument.readTracks(ApiFutures.await("Reading a taste", taste).getData()));
    Set<String> unknown = new TreeSet<>();
    newestFirst.forEach(each -> unknown.add(each.getId()));
    unknown.removeAll(shown.keySet());
    shown.putAll(onPlaylists(uid, List.copyOf(unknown)));
    List<Feedback> oldestFirst = new ArrayList<>();
    for (int oldest = newestFirst.size() - 1; oldest >= 0; oldest--) {
      QueryDocumentSnapshot each = newestFirst.get(oldest);
      ShownTrack track = shown.get(each.getId());
      if (track != null) {
        FeedbackDocument.read(each.getId(), each.getData(), track).ifPresent(oldestFirst::add);
      }
    }
    return List.copyOf(oldestFirst);
  }

  @Override
  public void storeTaste(String uid, LearnedTaste taste, Instant at) {
    DocumentReference place = Documents.taste(firestore.get(), uid);
    if (taste.feedback().isEmpty()) {
      ApiFutures.await("Deleting a taste", place.delete());
    } else {
      ApiFutures.await("Storing a taste", place.set(TasteDocument.write(taste, at)));
    }
  }

  /** Finds tracks on the person's playlists; those they were never given are not among them. */
  private Map<String, ShownTrack> onPlaylists(String uid, List<String> trackIds) {
    List<ApiFuture<QuerySnapshot>> queries = new ArrayList<>();
    for (int from = 0; from < trackIds.size(); from += VALUES_OF_A_QUERY) {
      int to = Math.min(trackIds.size(), from + VALUES_OF_A_QUERY);
      queries.add(
          Documents.playlists(firestore.get(), uid)
              .whereArrayContainsAny(PlaylistDocument.TRACK_IDS, trackIds.subList(from, to))
              .select(PlaylistDocument.TRACKS)
              .get());
    }
    Map<String, ShownTrack> found = new HashMap<>();
    for (QuerySnapshot answer : ApiFutures.awaitAll("Looking for tracks on playlists", queries)) {
      for (QueryDocumentSnapshot playlist : answer) {
        if (playlist.get(PlaylistDocument.TRACKS) instanceof List<?> tracks) {
          tracks.forEach(
              each -> {
                if (each instanceof Map<?, ?> fields) {
                  Documents.text(fields, "id")
                      .ifPresent(id -> found.put(id, ShownTrack.read(fields)));
                }
              });
        }
      }
    }
    return found;
  }
}
