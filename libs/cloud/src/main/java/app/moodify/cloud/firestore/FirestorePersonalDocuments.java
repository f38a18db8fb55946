package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.Erased;
import app.moodify.core.person.PersonalDocuments;
import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.AggregateQuerySnapshot;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreException;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import com.google.cloud.firestore.WriteResult;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;

/** Everything at and below {@code users/{uid}} in Firestore. */
public final class FirestorePersonalDocuments implements PersonalDocuments {
  private static final Logger LOG = Logger.getLogger(FirestorePersonalDocuments.class.getName());

  private static final String MOODS = "moods";

  /** How many documents are read in one go, each of which may be of Firestore's limit, 1 MiB. */
  private static final int BATCH_SIZE = 5;

  /**
   * The same for collections whose documents are small, whatever a person does: functions write
   * them, or the rules name each field and how long it may be.
   */
  private static final int BATCH_SIZE_OF_SMALL = 200;

  private static final Set<String> SMALL =
      Set.of(MOODS, "playlists", "feedback", "insights", "taste");

  /** How many people are listed in one go: as many as there are looked for in one of accounts. */
  private static final int PEOPLE_BATCH_SIZE = 100;

  /** How many documents one commit deletes; each is a transaction of its own. */
  private static final int COMMIT_SIZE = 100;

  private static final int COMMITS_AT_ONCE = 4;

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestorePersonalDocuments(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public Batch<String> people(Optional<String> from) {
    return new DocumentIds(firestore).batch("Listing people", "users", PEOPLE_BATCH_SIZE, from);
  }

  @Override
  public Optional<Map<String, Object>> profile(String uid) {
    return Optional.ofNullable(ApiFutures.await("Reading a profile", user(uid).get()).getData())
        .map(PlainValues::of);
  }

  @Override
  public List<String> collections(String uid) {
    try {
      return StreamSupport.stream(user(uid).listCollections().spliterator(), false)
          .map(CollectionReference::getId)
          .sorted()
          .toList();
    } catch (FirestoreException e) {
      throw ApiFutures.unavailable("Listing a person's collections", e);
    }
  }

  @Override
  public void read(String uid, String collection, Reader reader) {
    Documents.forEach(
        "Reading " + collection,
        user(uid).collection(collection).orderBy(FieldPath.documentId()),
        SMALL.contains(collection) ? BATCH_SIZE_OF_SMALL : BATCH_SIZE,
        each -> reader.take(each.getId(), PlainValues.of(each.getData())));
  }

  @Override
  public long count(String uid) {
    List<ApiFuture<AggregateQuerySnapshot>> counts =
        collections(uid).stream()
            .map(collection -> user(uid).collection(collection).count().get())
            .toList();
    ApiFuture<DocumentSnapshot> profile = user(uid).get();
    return ApiFutures.awaitAll("Counting documents", counts).stream()
            .mapToLong(AggregateQuerySnapshot::getCount)
            .sum()
        + (ApiFutures.await("Looking for a profile", profile).exists() ? 1 : 0);
  }

  /**
   * Deletes collection by collection, in parallel commits of names that are read without their
   * fields. Entries go last: deleting one wakes functions that look for its playlist, which is gone
   * by then, so that nobody waits for a lock on it.
   */
  @Override
  public Erased erase(String uid, Duration timeout) {
    Deadline end = Deadline.after(timeout.toNanos(), TimeUnit.NANOSECONDS);
    int deleted = 0;
    List<String> collections = new ArrayList<>(collections(uid));
    if (collections.remove(MOODS)) {
      collections.add(MOODS);
    }
    for (String collection : collections) {
      deleted += eraseAll(user(uid).collection(collection), end);
    }
    if (!end.isExpired() && ApiFutures.await("Looking for a profile", user(uid).get()).exists()) {
      ApiFutures.await("Erasing a profile", user(uid).delete());
      deleted++;
    }
    if (!end.isExpired() && !isEmpty(uid)) {
      eraseDeep(uid, end);
    }
    return new Erased(deleted, isEmpty(uid));
  }

  /** Deletes the documents of a collection, but not what lies below them. */
  private int eraseAll(CollectionReference collection, Deadline end) {
    int deleted = 0;
    Query names = collection.select(FieldPath.documentId()).limit(COMMIT_SIZE * COMMITS_AT_ONCE);
    List<QueryDocumentSnapshot> page;
    do {
      if (end.isExpired()) {
        return deleted;
      }
      page = ApiFutures.await("Listing documents to erase", names.get()).getDocuments();
      List<ApiFuture<List<WriteResult>>> commits = new ArrayList<>();
      for (int from = 0; from < page.size(); from += COMMIT_SIZE) {
        WriteBatch batch = firestore.get().batch();
        page.subList(from, Math.min(page.size(), from + COMMIT_SIZE))
            .forEach(each -> batch.delete(each.getReference()));
        commits.add(batch.commit());
      }
      ApiFutures.awaitAll("Erasing documents", commits);
      deleted += page.size();
    } while (page.size() == COMMIT_SIZE * COMMITS_AT_ONCE);
    return deleted;
  }

  /** Deletes what lies below documents, also of documents that are not there themselves. */
  private void eraseDeep(String uid, Deadline end) {
    ApiFuture<Void> deletion = firestore.get().recursiveDelete(user(uid));
    try {
      deletion.get(Math.max(1, end.timeRemaining(TimeUnit.MILLISECONDS)), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.fine("Erasing what lies deep takes longer; the next call goes on");
    } catch (ExecutionException e) {
      throw ApiFutures.unavailable("Erasing documents", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceUnavailableException("Erasing documents was interrupted", e);
    }
  }

  @Override
  public boolean isEmpty(String uid) {
    DocumentSnapshot profile = ApiFutures.await("Looking for a profile", user(uid).get());
    return !profile.exists() && collections(uid).isEmpty();
  }

  private DocumentReference user(String uid) {
    return Documents.user(firestore.get(), uid);
  }
}
