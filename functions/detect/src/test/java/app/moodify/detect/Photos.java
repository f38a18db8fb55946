package app.moodify.detect;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.photo.PhotoStore;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A bucket in memory, where an object is one generation of one photo. */
final class Photos implements PhotoStore {
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final Map<String, Long> generations = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicLong nextGeneration = new AtomicLong(1000);
  private volatile boolean down;

  void put(String path, long generation, byte[] bytes) {
    objects.put(path, bytes);
    generations.put(path, generation);
  }

  void remove(String path) {
    objects.remove(path);
    generations.remove(path);
  }

  /** Returns an object's content, or nothing if it is not there. */
  Optional<String> content(String path) {
    return Optional.ofNullable(objects.get(path))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  boolean has(String path) {
    return objects.containsKey(path);
  }

  int reads() {
    return reads.get();
  }

  void down(boolean isDown) {
    down = isDown;
  }

  @Override
  public Optional<byte[]> read(PhotoReference photo) {
    failIfDown();
    reads.incrementAndGet();
    return isThere(photo) ? Optional.of(objects.get(photo.path())) : Optional.empty();
  }

  @Override
  public boolean keep(PhotoReference photo, MoodId id) {
    failIfDown();
    if (isThere(photo)) {
      put(id.keptPhotoPath(), nextGeneration.incrementAndGet(), objects.get(photo.path()));
    }
    return isThere(photo);
  }

  @Override
  public void deleteKept(PhotoReference photo, MoodId id) {
    failIfDown();
    remove(id.keptPhotoPath());
  }

  @Override
  public void delete(PhotoReference photo) {
    failIfDown();
    if (isThere(photo)) {
      remove(photo.path());
    }
  }

  private boolean isThere(PhotoReference photo) {
    return generations.getOrDefault(photo.path(), -1L) == photo.generation();
  }

  private void failIfDown() {
    if (down) {
      throw new ServiceUnavailableException("The bucket is down", new IllegalStateException());
    }
  }
}
