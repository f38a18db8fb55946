package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.MoodStore;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.mood.Verdict;
import app.moodify.telemetry.Operation;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import com.google.cloud.firestore.WriteResult;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Mood entries in Firestore, guarded by transactions. */
public final class FirestoreMoodStore implements MoodStore {
  /** An attempt is answered in far less; an event that was sent twice is not a second one. */
  private static final Duration HEARD_OF_WITHIN = Duration.ofSeconds(3);

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreMoodStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public Claim claim(MoodId id, PhotoReference photo, Optional<Goal> goal, Instant at) {
    DocumentReference mood = Documents.mood(firestore.get(), id);
    Map<String, Object> fields = MoodDocument.analyzing(photo, goal, at);
    // Nearly always there is no entry yet, and creating one is a single round trip.
    Optional<WriteResult> created =
        ApiFutures.awaitUnlessRefused(
            "Creating a mood entry", mood.create(fields), Status.Code.ALREADY_EXISTS);
    if (created.isPresent()) {
      String state = created.get().getUpdateTime().toString();
      return new Claim(MoodTransition.CURRENT, Optional.of(state), 0);
    }
    return transact(
        "Claiming a mood entry", transaction -> claim(transaction, mood, photo, fields, at));
  }

  @Override
  public void release(MoodId id, PhotoReference photo, Instant claimedAt) {
    DocumentReference mood = Documents.mood(firestore.get(), id);
    transact(
        "Releasing a mood entry",
        transaction -> {
          DocumentSnapshot entry = transaction.get(mood).get();
          boolean isOpen =
              entry.exists() && transition(entry.getData(), photo) == MoodTransition.CURRENT;
          if (isOpen) {
            transaction.update(
                mood,
                MoodDocument.ATTEMPTS,
                FieldValue.arrayRemove(MoodDocument.attempt(claimedAt)));
          }
          return isOpen;
        });
  }

  @Override
  public MoodTransition finish(
      MoodId id,
      PhotoReference photo,
      Claim claim,
      Verdict verdict,
      boolean photoKept,
      Instant at) {
    DocumentReference mood = Documents.mood(firestore.get(), id);
    PhotoReference stored = photoKept ? photo.movedTo(id.keptPhotoPath()) : photo;
    Map<String, Object> fields = MoodDocument.verdict(verdict, stored, photoKept, at);
    // A document's event says nothing of who wrote it: whoever chooses the music goes on from this.
    Operation.traceparent().ifPresent(trace -> fields.put(MoodDocument.TRACEPARENT, trace));
    // In one round trip, where a transaction takes three, if nobody has touched the entry
    // meanwhile.
    if (claim.state().isPresent()
        && Documents.update("Storing a verdict", mood, fields, claim.state().get())) {
      return MoodTransition.CURRENT;
    }
    return transact("Storing a verdict", transaction -> finish(transaction, mood, photo, fields));
  }

  @Override
  public Optional<MoodEntry> find(MoodId id) {
    DocumentSnapshot entry =
        ApiFutures.await("Reading a mood entry", Documents.mood(firestore.get(), id).get());
    return entry.exists() ? MoodDocument.read(entry.getData()) : Optional.empty();
  }

  private static MoodTransition finish(
      Transaction transaction,
      DocumentReference mood,
      PhotoReference photo,
      Map<String, Object> fields)
      throws Exception {
    DocumentSnapshot entry = transaction.get(mood).get();
    if (!entry.exists()) {
      return MoodTransition.DELETED;
    }
    MoodTransition transition = transition(entry.getData(), photo);
    if (transition == MoodTransition.CURRENT) {
      transaction.update(mood, fields);
    }
    return transition;
  }

  private static Claim claim(
      Transaction transaction,
      DocumentReference mood,
      PhotoReference photo,
      Map<String, Object> fields,
      Instant at)
      throws Exception {
    DocumentSnapshot entry = transaction.get(mood).get();
    if (!entry.exists()) {
      transaction.create(mood, fields);
      return Claim.of(MoodTransition.CURRENT);
    }
    Map<String, Object> present = entry.getData();
    MoodTransition transition = transition(present, photo);
    List<Instant> attempts = MoodDocument.attempts(present);
    int unfinished =
        (int) attempts.stream().filter(time -> time.isBefore(at.minus(HEARD_OF_WITHIN))).count();
    if (transition == MoodTransition.CURRENT) {
      transaction.update(
          mood, MoodDocument.ATTEMPTS, FieldValue.arrayUnion(MoodDocument.attempt(at)));
      return new Claim(transition, Optional.empty(), unfinished);
    }
    if (transition != MoodTransition.UNCLAIMED) {
      return Claim.of(transition);
    }
    keep(present, "createdAt", fields);
    keep(present, "goal", fields);
    boolean isSamePhoto = present.containsKey(MoodDocument.RETRIED);
    if (isSamePhoto) {
      // Upkeep has sent it once more.
      keep(present, MoodDocument.RETRIED, fields);
      fields.put(
          MoodDocument.ATTEMPTS,
          Stream.concat(attempts.stream(), Stream.of(at)).map(MoodDocument::attempt).toList());
    }
    transaction.set(mood, fields);
    return new Claim(MoodTransition.CURRENT, Optional.empty(), isSamePhoto ? unfinished : 0);
  }

  private static MoodTransition transition(Map<String, Object> entry, PhotoReference photo) {
    long generation = MoodDocument.generation(entry);
    if (generation != photo.generation()) {
      return generation > photo.generation() ? MoodTransition.OUTDATED : MoodTransition.UNCLAIMED;
    }
    boolean open = MoodStatus.ANALYZING.key().equals(entry.get("status"));
    return open ? MoodTransition.CURRENT : MoodTransition.DECIDED;
  }

  private static void keep(Map<String, Object> from, String field, Map<String, Object> to) {
    if (from.containsKey(field)) {
      to.put(field, from.get(field));
    }
  }

  private <T> T transact(String action, Transaction.Function<T> steps) {
    return ApiFutures.await(action, firestore.get().runTransaction(steps));
  }
}
