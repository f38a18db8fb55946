package app.moodify.cloud;

import app.moodify.core.MoodEntry;
import app.moodify.core.MoodId;
import app.moodify.core.MusicRequest;
import app.moodify.core.ShuffleStore;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import java.util.Optional;
import java.util.function.Supplier;

/** The field {@code shuffle} of mood entries in Firestore, counted in transactions. */
final class FirestoreShuffleStore implements ShuffleStore {
  private final Supplier<Firestore> firestore;

  FirestoreShuffleStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public Optional<Shuffled> shuffle(MoodId id) {
    DocumentReference mood = Documents.mood(firestore.get(), id);
    return Calls.await(
        "Asking for other music",
        firestore.get().runTransaction(transaction -> shuffle(transaction, mood)));
  }

  private static Optional<Shuffled> shuffle(Transaction transaction, DocumentReference mood)
      throws Exception {
    DocumentSnapshot document = transaction.get(mood).get();
    Optional<MoodEntry> entry =
        document.exists() ? MoodDocument.read(document.getData()) : Optional.empty();
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (MusicRequest.of(entry.get()).isEmpty()) {
      return Optional.of(new Shuffled(entry.get().status(), Optional.empty()));
    }
    int shuffle = entry.get().shuffle() + 1;
    transaction.update(mood, MoodDocument.SHUFFLE, shuffle);
    return Optional.of(new Shuffled(entry.get().status(), Optional.of(shuffle)));
  }
}
