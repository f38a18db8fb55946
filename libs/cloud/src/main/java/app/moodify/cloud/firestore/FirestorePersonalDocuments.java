package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.PersonalDocuments;
import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Everything at and below {@code users/{uid}} in Firestore. */
public final class FirestorePersonalDocuments implements PersonalDocuments {
  private static final int BATCH_SIZE = 200;

  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestorePersonalDocuments(Supplier<Firestore> firestore) {
    this.firestore = firestore;
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
        BATCH_SIZE,
        each -> reader.take(each.getId(), PlainValues.of(each.getData())));
  }

  @Override
  public boolean erase(String uid, Duration timeout) {
    ApiFuture<Void> deletion = firestore.get().recursiveDelete(user(uid));
    try {
      deletion.get(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw ApiFutures.unavailable("Erasing documents", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceUnavailableException("Erasing documents was interrupted", e);
    }
    return isEmpty(uid);
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
