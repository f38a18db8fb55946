package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodId;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.ShuffleStore;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import io.grpc.Status;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The field {@code shuffle} of mood entries in Firestore, counted where they are, so that many at
 * once do not wait for each other.
 */
public final class FirestoreShuffleStore implements ShuffleStore {
  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreShuffleStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public Optional<Shuffled> shuffle(MoodId id) {
    DocumentReference mood = Documents.mood(firestore.get(), id);
    Optional<MoodEntry> entry = read(mood);
    if (entry.isEmpty() || MusicRequest.of(entry.get()).isEmpty()) {
      return entry.map(found -> new Shuffled(found.status(), Optional.empty()));
    }
    // Reads nothing, and is a transaction for its retries alone: the music is chosen meanwhile.
    Optional<Transaction> asked =
        ApiFutures.awaitUnlessRefused(
            "Asking for other music",
            firestore
                .get()
                .runTransaction(
                    transaction ->
                        transaction.update(mood, MoodDocument.SHUFFLE, FieldValue.increment(1)),
                    Documents.TEN_ATTEMPTS),
            Status.Code.NOT_FOUND);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    return read(mood)
        .map(counted -> new Shuffled(counted.status(), Optional.of(counted.shuffle())));
  }

  private static Optional<MoodEntry> read(DocumentReference mood) {
    DocumentSnapshot document = ApiFutures.await("Reading a mood entry", mood.get());
    return document.exists() ? MoodDocument.read(document.getData()) : Optional.empty();
  }
}
