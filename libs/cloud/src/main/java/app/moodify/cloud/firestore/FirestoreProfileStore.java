package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.person.ProfileStore;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import java.util.function.Supplier;

/** People's choices in {@code users/{uid}}. */
public final class FirestoreProfileStore implements ProfileStore {
  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreProfileStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public boolean keepsPhotos(String uid) {
    DocumentSnapshot user =
        ApiFutures.await("Reading a profile", Documents.user(firestore.get(), uid).get());
    return Boolean.TRUE.equals(user.get("keepPhotos"));
  }
}
