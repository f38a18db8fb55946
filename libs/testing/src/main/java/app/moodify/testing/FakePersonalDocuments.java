package app.moodify.testing;

import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.Erased;
import app.moodify.core.person.PersonalDocuments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Documents in memory, by their paths; erasing one can take its time on a fake clock. */
public final class FakePersonalDocuments implements PersonalDocuments {
  private final ConcurrentSkipListMap<String, Map<String, Object>> documents =
      new ConcurrentSkipListMap<>();
  private final FakeClock clock;
  private volatile Duration perErasure = Duration.ZERO;
  private volatile boolean down;
  private volatile boolean erasingFails;

  /** Starts empty. */
  public FakePersonalDocuments(FakeClock clock) {
    this.clock = clock;
  }

  /** Stores {@code users/{uid}}, a profile, or {@code users/{uid}/{collection}/{id}}. */
  public void put(String path, Map<String, Object> fields) {
    documents.put(path, fields);
  }

  /** Returns how many documents are there. */
  public int size() {
    return documents.size();
  }

  /** Sets how long it takes to erase a document. */
  public void erasingTakes(Duration each) {
    perErasure = each;
  }

  /** Refuses to erase anything while {@code fails}. */
  public void erasingFails(boolean fails) {
    erasingFails = fails;
  }

  /** Refuses every read while {@code isDown}. */
  public void down(boolean isDown) {
    down = isDown;
  }

  @Override
  public Batch<String> people(Optional<String> from) {
    failIfDown();
    List<String> people =
        documents.keySet().stream().map(path -> path.split("/")[1]).distinct().sorted().toList();
    return Batches.of(people, uid -> uid, from);
  }

  @Override
  public Optional<Map<String, Object>> profile(String uid) {
    failIfDown();
    return Optional.ofNullable(documents.get("users/" + uid));
  }

  @Override
  public List<String> collections(String uid) {
    failIfDown();
    return of(uid).stream()
        .map(path -> path.split("/"))
        .filter(names -> names.length > 2)
        .map(names -> names[2])
        .distinct()
        .toList();
  }

  @Override
  public void read(String uid, String collection, Reader reader) {
    failIfDown();
    String prefix = "users/%s/%s/".formatted(uid, collection);
    documents.forEach(
        (path, fields) -> {
          if (path.startsWith(prefix)) {
            reader.take(path.substring(prefix.length()), fields);
          }
        });
  }

  @Override
  public long count(String uid) {
    failIfDown();
    return of(uid).size();
  }

  @Override
  public Erased erase(String uid, Duration timeout) {
    failIfErasingFails();
    Instant end = clock.instant().plus(timeout);
    int deleted = 0;
    for (String path : of(uid)) {
      if (clock.instant().isBefore(end)) {
        documents.remove(path);
        clock.advance(perErasure);
        deleted++;
      }
    }
    return new Erased(deleted, isEmpty(uid));
  }

  @Override
  public boolean isEmpty(String uid) {
    return of(uid).isEmpty();
  }

  private List<String> of(String uid) {
    return documents.keySet().stream()
        .filter(path -> (path + "/").startsWith("users/" + uid + "/"))
        .toList();
  }

  private void failIfErasingFails() {
    if (erasingFails) {
      throw new ServiceUnavailableException("Erasing fails", new IllegalStateException());
    }
  }

  private void failIfDown() {
    if (down) {
      throw new ServiceUnavailableException("Firestore is down", new IllegalStateException());
    }
  }
}
