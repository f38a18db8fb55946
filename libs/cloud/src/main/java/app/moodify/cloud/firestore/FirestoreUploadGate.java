package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.person.UploadGate;
import com.google.cloud.firestore.Firestore;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Notes in {@code users/{uid}/limits/photos} for {@code storage.rules}. */
public final class FirestoreUploadGate implements UploadGate {
  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreUploadGate(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public void closeUntil(String uid, Instant until) {
    ApiFutures.await(
        "Closing the way in for photos",
        Documents.user(firestore.get(), uid)
            .collection("limits")
            .document("photos")
            .set(Map.of("until", Documents.timestamp(until))));
  }
}
