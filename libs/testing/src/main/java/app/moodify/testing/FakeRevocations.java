package app.moodify.testing;

import app.moodify.core.person.Revocations;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Revocations in memory. */
public final class FakeRevocations implements Revocations {
  private final Map<String, Instant> refused = new ConcurrentHashMap<>();

  /** Returns before when a person's sign-ins are refused; nothing if none is. */
  public Optional<Instant> refusedBefore(String uid) {
    return Optional.ofNullable(refused.get(uid));
  }

  @Override
  public void refuseBefore(String uid, Instant time) {
    refused.put(uid, time);
  }

  @Override
  public void refuseAll(String uid) {
    refused.put(uid, Instant.MAX);
  }

  @Override
  public void allow(String uid) {
    refused.remove(uid);
  }
}
