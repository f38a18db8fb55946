package app.moodify.testing;

import app.moodify.core.person.ErasureLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Erasures that have begun, in memory. */
public final class FakeErasureLog implements ErasureLog {
  private final Map<String, Instant> begun = new ConcurrentHashMap<>();
  private final Map<String, Instant> accountEnds = new ConcurrentHashMap<>();
  private final Map<String, Instant> due = new ConcurrentHashMap<>();

  @Override
  public Instant begin(String uid, Instant at) {
    due.putIfAbsent(uid, at);
    return begun.computeIfAbsent(uid, each -> at);
  }

  @Override
  public void noteAccountEnded(String uid, Instant at) {
    accountEnds.put(uid, at);
  }

  @Override
  public Optional<Instant> accountEndedAt(String uid) {
    return Optional.ofNullable(accountEnds.get(uid));
  }

  @Override
  public boolean isOpen(String uid) {
    return begun.containsKey(uid);
  }

  @Override
  public List<String> dueBefore(Instant time, int atMost) {
    return due.entrySet().stream()
        .filter(each -> each.getValue().isBefore(time))
        .sorted(Map.Entry.comparingByValue())
        .limit(atMost)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public void lookAgainAt(String uid, Instant at) {
    due.put(uid, at);
  }

  @Override
  public void end(String uid) {
    begun.remove(uid);
    accountEnds.remove(uid);
    due.remove(uid);
  }
}
