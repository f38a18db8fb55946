package app.moodify.testing;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.SecurityEvent;
import app.moodify.core.person.SecurityEventStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Security trails in memory. */
public final class FakeSecurityEventStore implements SecurityEventStore {
  private final Map<String, Set<SecurityEvent>> events = new HashMap<>();
  private final Map<String, Seen> seen = new HashMap<>();
  private final Map<String, List<Consent>> consents = new HashMap<>();
  private boolean down;

  /** Notes that a person has given or withdrawn a consent. */
  public synchronized void consent(String uid, boolean given, Instant at) {
    consents.computeIfAbsent(uid, each -> new ArrayList<>()).add(new Consent(given, at));
  }

  /** Returns a person's events in the order in which they were added. */
  public synchronized List<SecurityEvent> all(String uid) {
    return List.copyOf(events.getOrDefault(uid, Set.of()));
  }

  /** Refuses every call while {@code isDown}. */
  public synchronized void down(boolean isDown) {
    down = isDown;
  }

  @Override
  public synchronized void add(String uid, SecurityEvent event) {
    failIfDown();
    events.computeIfAbsent(uid, each -> new LinkedHashSet<>()).add(event);
  }

  @Override
  public synchronized List<SecurityEvent> newest(String uid, Instant since, int atMost) {
    failIfDown();
    return all(uid).stream()
        .filter(event -> event.at().isAfter(since))
        .sorted(Comparator.comparing(SecurityEvent::at).reversed())
        .limit(atMost)
        .toList();
  }

  @Override
  public synchronized void observe(String uid, Observer observer) {
    failIfDown();
    Optional<Seen> before = Optional.ofNullable(seen.get(uid));
    List<Consent> since =
        consents.getOrDefault(uid, List.of()).stream()
            .filter(
                each -> each.at().isAfter(before.flatMap(Seen::consentsUntil).orElse(Instant.MIN)))
            .toList();
    observer
        .compare(before, since)
        .ifPresent(
            observation -> {
              seen.put(uid, observation.seen());
              observation.events().forEach(event -> add(uid, event));
            });
  }

  private void failIfDown() {
    if (down) {
      throw new ServiceUnavailableException("The trail is down", new IllegalStateException());
    }
  }
}
