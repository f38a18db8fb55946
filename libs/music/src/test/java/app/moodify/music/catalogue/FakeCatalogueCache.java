package app.moodify.music.catalogue;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.music.CatalogueCache;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A cache in memory, which can be made to fail. */
public final class FakeCatalogueCache implements CatalogueCache {
  private final Map<String, CachedResponse> responses = new LinkedHashMap<>();
  private final Map<String, Instant> expiries = new LinkedHashMap<>();
  private boolean down;

  void goDown() {
    down = true;
  }

  synchronized Map<String, Instant> expiries() {
    return Map.copyOf(expiries);
  }

  @Override
  public synchronized Optional<CachedResponse> find(String key, Instant newerThan) {
    requireUp();
    return Optional.ofNullable(responses.get(key))
        .filter(response -> response.fetchedAt().isAfter(newerThan));
  }

  @Override
  public synchronized void store(String key, CachedResponse response, Instant expiresAt) {
    if (!down) {
      responses.put(key, response);
      expiries.put(key, expiresAt);
    }
  }

  @Override
  public synchronized void flush() {
    requireUp();
  }

  private void requireUp() {
    if (down) {
      throw new ServiceUnavailableException("The cache is down", null);
    }
  }
}
