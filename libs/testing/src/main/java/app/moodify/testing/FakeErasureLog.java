package app.moodify.testing;

import app.moodify.core.person.ErasureLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Erasures that have begun, in memory. */
public final class FakeErasureLog implements ErasureLog {
  private final Map<String, Instant> open = new ConcurrentHashMap<>();

  @Override
  public void begin(String uid, Instant at) {
    open.putIfAbsent(uid, at);
  }

  @Override
  public boolean isOpen(String uid) {
    return open.containsKey(uid);
  }

  @Override
  public List<String> openSince(Instant before, int atMost) {
    return open.entrySet().stream()
        .filter(each -> each.getValue().isBefore(before))
        .sorted(Map.Entry.comparingByValue())
        .limit(atMost)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public void end(String uid) {
    open.remove(uid);
  }
}
