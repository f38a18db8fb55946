package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.Batch;
import app.moodify.core.mood.MoodEntry.StoredPhoto;
import app.moodify.core.mood.MoodError;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.mood.Verdict;
import app.moodify.core.upkeep.UpkeepStore;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Upkeep of Firestore; progress is in {@code upkeep/{job}}. */
public final class FirestoreUpkeepStore implements UpkeepStore {
  private static final String PROGRESS = "progress";
  private static final String EXPIRES_AT = "expiresAt";
  private static final String CREATED_AT = "createdAt";
  private static final int BATCH_SIZE = 300;

  private final Supplier<Firestore> firestore;
  private final Supplier<String> bucket;

  /** Uses a client, opened at the first call, and the name of the bucket with the photos. */
  public FirestoreUpkeepStore(Supplier<Firestore> firestore, Supplier<String> bucket) {
    this.firestore = firestore;
    this.bucket = bucket;
  }

  @Override
  public List<OpenMood> openMoods(Instant untouchedSince, int atMost) {
    return ApiFutures.await(
            "Looking for open mood entries",
            firestore
                .get()
                .collectionGroup("moods")
                .whereEqualTo("status", MoodStatus.ANALYZING.key())
                .whereLessThan(MoodDocument.UPDATED_AT, Documents.timestamp(untouchedSince))
                .orderBy(MoodDocument.UPDATED_AT)
                .limit(atMost)
                .get())
        .getDocuments()
        .stream()
        .flatMap(document -> open(document).stream())
        .toList();
  }

  @Override
  public boolean markRetried(OpenMood mood, Instant at) {
    return update(
        mood, Map.of(MoodDocument.RETRIED, true, MoodDocument.UPDATED_AT, Documents.timestamp(at)));
  }

  @Override
  public boolean fail(OpenMood mood, MoodError error, Instant at) {
    return update(mood, MoodDocument.verdict(Verdict.failed(error), mood.photo(), false, at));
  }

  @Override
  public List<UnkeptMood> unkeptMoods(Instant expiredBefore, int atMost) {
    return ApiFutures.await(
            "Looking for mood entries that nobody kept",
            firestore
                .get()
                .collectionGroup("moods")
                .whereIn("status", List.of(MoodStatus.NO_FACE.key(), MoodStatus.FAILED.key()))
                .whereLessThan(MoodDocument.EXPIRES_AT, Documents.timestamp(expiredBefore))
                .orderBy(MoodDocument.EXPIRES_AT)
                .limit(atMost)
                .get())
        .getDocuments()
        .stream()
        .flatMap(document -> open(document).stream())
        .map(mood -> new UnkeptMood(mood.id(), mood.photo(), mood.state()))
        .toList();
  }

  @Override
  public boolean delete(UnkeptMood mood) {
    return Documents.delete(
        "Deleting a mood entry that nobody kept",
        Documents.mood(firestore.get(), mood.id()),
        mood.state());
  }

  @Override
  public Batch<String> deleteExpired(Expiring kind, Instant now, Optional<String> from) {
    // In order of names, for times that nearly all lie close together are not worth an index.
    Query names =
        firestore
            .get()
            .collection(
                switch (kind) {
                  case CATALOGUE_ANSWERS -> "catalogueCache";
                  case RATE_LIMITS -> "rateLimits";
                  case SECURITY_EVENTS -> "securityEvents";
                })
            .orderBy(FieldPath.documentId())
            .select(EXPIRES_AT);
    Batch<QueryDocumentSnapshot> batch =
        Documents.batch(
            "Looking for what has expired", names, BATCH_SIZE, from, QueryDocumentSnapshot::getId);
    List<QueryDocumentSnapshot> expired =
        batch.items().stream().filter(document -> isOver(document, now)).toList();
    if (!expired.isEmpty()) {
      WriteBatch deletion = firestore.get().batch();
      expired.forEach(document -> deletion.delete(document.getReference()));
      ApiFutures.await("Deleting what has expired", deletion.commit());
    }
    return new Batch<>(expired.stream().map(QueryDocumentSnapshot::getId).toList(), batch.next());
  }

  @Override
  public Batch<MoodId> moodsMade(Instant after, Instant before, Optional<String> from) {
    Query made =
        firestore
            .get()
            .collectionGroup("moods")
            .whereGreaterThan(CREATED_AT, Documents.timestamp(after))
            .whereLessThan(CREATED_AT, Documents.timestamp(before))
            .orderBy(CREATED_AT)
            .select(CREATED_AT);
    Batch<QueryDocumentSnapshot> batch =
        Documents.batch(
            "Looking for entries of late",
            made,
            BATCH_SIZE,
            from.map(Timestamp::parseTimestamp),
            entry -> entry.getTimestamp(CREATED_AT).toString());
    return new Batch<>(
        batch.items().stream()
            .flatMap(entry -> MoodId.ofMoodPath(entry.getReference().getPath()).stream())
            .toList(),
        batch.next());
  }

  @Override
  public void touch(MoodId id, Instant at) {
    ApiFutures.await(
        "Touching a mood entry",
        Documents.mood(firestore.get(), id)
            .update(MoodDocument.UPDATED_AT, Documents.timestamp(at)));
  }

  private static boolean isOver(QueryDocumentSnapshot document, Instant now) {
    return document.get(EXPIRES_AT) instanceof Timestamp at && Documents.instant(at).isBefore(now);
  }

  @Override
  public Optional<String> progress(String job) {
    return Optional.ofNullable(
        ApiFutures.await("Reading progress", job(job).get()).getString(PROGRESS));
  }

  @Override
  public void noteProgress(String job, Optional<String> at) {
    if (at.isPresent()) {
      ApiFutures.await("Noting progress", job(job).set(Map.of(PROGRESS, at.get())));
    } else {
      ApiFutures.await("Forgetting progress", job(job).delete());
    }
  }

  private Optional<OpenMood> open(QueryDocumentSnapshot document) {
    Optional<StoredPhoto> photo = MoodDocument.storedPhoto(document.getData());
    return MoodId.ofMoodPath(document.getReference().getPath())
        .map(
            id ->
                new OpenMood(
                    id,
                    new PhotoReference(
                        bucket.get(),
                        photo.map(StoredPhoto::path).orElse(id.photoPath()),
                        photo.map(StoredPhoto::generation).orElse(0L),
                        photo.map(StoredPhoto::size).orElse(0L),
                        ""),
                    Boolean.TRUE.equals(document.get(MoodDocument.RETRIED)),
                    document.getUpdateTime().toString()));
  }

  private boolean update(OpenMood mood, Map<String, Object> fields) {
    return Documents.update(
        "Updating an open mood entry",
        Documents.mood(firestore.get(), mood.id()),
        fields,
        mood.state());
  }

  private DocumentReference job(String name) {
    return firestore.get().collection("upkeep").document(name);
  }
}
