package app.moodify.cloud;

import app.moodify.core.Goal;
import app.moodify.core.MoodEntry;
import app.moodify.core.MoodId;
import app.moodify.core.MoodStatus;
import app.moodify.core.MoodStore;
import app.moodify.core.PhotoReference;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.Verdict;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Mood entries in Firestore, guarded by transactions. */
final class FirestoreMoodStore implements MoodStore {
  private final Supplier<Firestore> firestore;

  FirestoreMoodStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public Standing claim(MoodId id, PhotoReference photo, Optional<Goal> goal, Instant at) {
    DocumentReference mood = Documents.mood(firestore.get(), id);
    Map<String, Object> fields = MoodDocument.analyzing(photo, goal, at);
    try {
      // Nearly always there is no entry yet, and creating one is a single round trip.
      Calls.await("Creating a mood entry", mood.create(fields));
      return Standing.CURRENT;
    } catch (ServiceUnavailableException e) {
      if (!Calls.alreadyExists(e)) {
        throw e;
      }
    }
    return transact(
        "Claiming a mood entry", transaction -> claim(transaction, mood, photo, fields));
  }

  @Override
  public Standing finish(
      MoodId id, PhotoReference photo, Verdict verdict, boolean photoKept, Instant at) {
    DocumentReference mood = Documents.mood(firestore.get(), id);
    Map<String, Object> fields = MoodDocument.verdict(verdict, photo, photoKept, at);
    return transact(
        "Storing a verdict",
        transaction -> {
          DocumentSnapshot entry = transaction.get(mood).get();
          if (!entry.exists()) {
            return Standing.DELETED;
          }
          Standing standing = standing(entry.getData(), photo);
          if (standing == Standing.CURRENT) {
            transaction.update(mood, fields);
          }
          return standing;
        });
  }

  @Override
  public Optional<MoodEntry> find(MoodId id) {
    DocumentSnapshot entry =
        Calls.await("Reading a mood entry", Documents.mood(firestore.get(), id).get());
    return entry.exists() ? MoodDocument.read(entry.getData()) : Optional.empty();
  }

  private static Standing claim(
      Transaction transaction,
      DocumentReference mood,
      PhotoReference photo,
      Map<String, Object> fields)
      throws Exception {
    DocumentSnapshot entry = transaction.get(mood).get();
    if (!entry.exists()) {
      transaction.create(mood, fields);
      return Standing.CURRENT;
    }
    Map<String, Object> present = entry.getData();
    Standing standing = standing(present, photo);
    if (standing != Standing.UNCLAIMED) {
      return standing;
    }
    keep(present, "createdAt", fields);
    keep(present, "goal", fields);
    transaction.set(mood, fields);
    return Standing.CURRENT;
  }

  private static Standing standing(Map<String, Object> entry, PhotoReference photo) {
    long generation = MoodDocument.generation(entry);
    if (generation != photo.generation()) {
      return generation > photo.generation() ? Standing.OUTDATED : Standing.UNCLAIMED;
    }
    boolean open = MoodStatus.ANALYZING.key().equals(entry.get("status"));
    return open ? Standing.CURRENT : Standing.DECIDED;
  }

  private static void keep(Map<String, Object> from, String field, Map<String, Object> to) {
    if (from.containsKey(field)) {
      to.put(field, from.get(field));
    }
  }

  private Standing transact(String action, Transaction.Function<Standing> steps) {
    return Calls.await(action, firestore.get().runTransaction(steps));
  }
}
