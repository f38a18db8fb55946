package app.moodify.cloud;

import app.moodify.core.ProfileStore;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import java.util.function.Supplier;

/** People's choices in {@code users/{uid}}. */
final class FirestoreProfileStore implements ProfileStore {
  private final Supplier<Firestore> firestore;

  FirestoreProfileStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public boolean keepsPhotos(String uid) {
    DocumentSnapshot user =
        Calls.await("Reading a profile", Documents.user(firestore.get(), uid).get());
    return Boolean.TRUE.equals(user.get("keepPhotos"));
  }
}
