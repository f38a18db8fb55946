package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.mood.Affect;
import app.moodify.core.music.SongStore;
import app.moodify.core.music.Track;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Songs in {@code songs/{trackId}}, each with the cell of the plane that it lies in. */
public final class FirestoreSongStore implements SongStore {
  private static final String CELL = "cell";

  /** Where more songs lie in the cells, these are as good as the rest. */
  private static final int MOST_READ = 300;

  private static final int BATCH = 400;

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreSongStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public List<Track> near(Affect place, int size) {
    return ApiFutures.await(
            "Finding songs", songs().whereIn(CELL, SongCells.around(place)).limit(MOST_READ).get())
        .getDocuments()
        .stream()
        .flatMap(document -> TrackDocument.read(document.getData()).stream())
        .sorted(Comparator.comparingDouble(track -> track.affect().distanceTo(place)))
        .limit(size)
        .toList();
  }

  @Override
  public void store(Collection<Track> songs) {
    inBatches(
        "Storing songs",
        List.copyOf(songs),
        (batch, song) -> {
          Map<String, Object> fields = TrackDocument.write(song);
          fields.put(CELL, SongCells.of(song.affect()));
          batch.set(songs().document(song.id()), fields);
        });
  }

  @Override
  public int retain(Collection<String> ids) {
    Set<String> staying = new HashSet<>(ids);
    List<DocumentReference> leaving = new ArrayList<>();
    for (QueryDocumentSnapshot song :
        ApiFutures.await("Listing songs", songs().select(FieldPath.documentId()).get())
            .getDocuments()) {
      if (!staying.contains(song.getId())) {
        leaving.add(song.getReference());
      }
    }
    inBatches("Deleting songs", leaving, WriteBatch::delete);
    return leaving.size();
  }

  private <T> void inBatches(String action, List<T> all, BiConsumer<WriteBatch, T> write) {
    for (int from = 0; from < all.size(); from += BATCH) {
      WriteBatch batch = firestore.get().batch();
      all.subList(from, Math.min(all.size(), from + BATCH))
          .forEach(one -> write.accept(batch, one));
      ApiFutures.await(action, batch.commit());
    }
  }

  private CollectionReference songs() {
    return firestore.get().collection("songs");
  }
}
