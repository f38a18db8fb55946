package app.moodify.music.catalogue;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.music.CatalogueCache;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Firestore keeps, for tests that do not need Firestore. */
public final class FakeCatalogueCache implements CatalogueCache {
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Map<String, Instant> expiries = new LinkedHashMap<>();
  private boolean down;

  void goDown() {
    down = true;
  }

  synchronized Map<String, Instant> expiries() {
    return Map.copyOf(expiries);
  }

  @Override
  public synchronized Optional<Answer> find(String key, Instant atHand) {
    requireUp();
    return Optional.ofNullable(answers.get(key))
        .filter(answer -> answer.fetchedAt().isAfter(atHand));
  }

  @Override
  public synchronized void store(String key, Answer answer, Instant expiresAt) {
    if (!down) {
      answers.put(key, answer);
      expiries.put(key, expiresAt);
    }
  }

  @Override
  public synchronized void settle() {
    requireUp();
  }

  private void requireUp() {
    if (down) {
      throw new ServiceUnavailableException("The cache is down", null);
    }
  }
}
