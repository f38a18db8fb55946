package app.moodify.testing;

import app.moodify.core.person.ProfileStore;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What people have chosen about their photos, in memory. */
public final class FakeProfileStore implements ProfileStore {
  private final Map<String, Boolean> consents = new ConcurrentHashMap<>();
  private final Set<String> keepers = ConcurrentHashMap.newKeySet();

  /** Makes a person one who wants their photos kept. */
  public void keepPhotos(String uid) {
    keepers.add(uid);
  }

  @Override
  public PhotoChoices photoChoices(String uid) {
    return new PhotoChoices(consents.getOrDefault(uid, false), keepers.contains(uid));
  }

  @Override
  public void recordConsent(String uid, boolean given, Instant at) {
    consents.put(uid, given);
    if (!given) {
      keepers.remove(uid);
    }
  }
}
