package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.person.ProfileStore;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** People's choices in {@code users/{uid}}. */
public final class FirestoreProfileStore implements ProfileStore {
  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestoreProfileStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public PhotoChoices photoChoices(String uid) {
    DocumentSnapshot user =
        ApiFutures.await("Reading a profile", Documents.user(firestore.get(), uid).get());
    Map<?, ?> fields = user.exists() ? user.getData() : Map.of();
    Map<?, ?> consent = Documents.map(fields, "consent");
    return new PhotoChoices(
        Boolean.TRUE.equals(consent.get("given"))
            && consent.get("version") instanceof Long version
            && version == NOTICE,
        Boolean.TRUE.equals(fields.get("keepPhotos")));
  }

  @Override
  public void recordConsent(String uid, boolean given, Instant at) {
    DocumentReference user = Documents.user(firestore.get(), uid);
    DocumentReference record = user.collection("consents").document();
    Map<String, Object> consent = new LinkedHashMap<>();
    consent.put("given", given);
    consent.put("version", NOTICE);
    consent.put("at", Documents.timestamp(at));
    WriteBatch batch = firestore.get().batch();
    batch.create(record, Map.copyOf(consent));
    consent.put("record", record.getId());
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("consent", consent);
    if (!given) {
      profile.put("keepPhotos", false);
    }
    batch.set(user, profile, SetOptions.merge());
    ApiFutures.await("Noting a consent", batch.commit());
  }
}
