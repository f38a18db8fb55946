package app.moodify.testing;

import app.moodify.core.person.ExportId;
import app.moodify.core.person.ExportStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Notes of exports in memory. */
public final class FakeExportStore implements ExportStore {
  private final Map<ExportId, Noted> noted = new ConcurrentHashMap<>();

  private record Noted(boolean ready, Instant expiresAt) {
    boolean isOpen(Instant now) {
      return !ready && expiresAt.isAfter(now);
    }
  }

  /** Returns which exports are noted. */
  public List<ExportId> all() {
    return List.copyOf(noted.keySet());
  }

  @Override
  public synchronized Requested begin(String uid, Instant now, Instant expiresAt) {
    Optional<ExportId> open =
        noted.keySet().stream()
            .filter(id -> id.uid().equals(uid) && noted.get(id).isOpen(now))
            .findFirst();
    ExportId id = open.orElseGet(() -> new ExportId(uid, "export-" + noted.size()));
    noted.putIfAbsent(id, new Noted(false, expiresAt));
    return new Requested(id, open.isEmpty());
  }

  @Override
  public boolean isOpen(ExportId id, Instant now) {
    return noted.containsKey(id) && noted.get(id).isOpen(now);
  }

  @Override
  public boolean finish(ExportId id, long bytes, Instant expiresAt) {
    return noted.replace(id, new Noted(true, expiresAt)) != null;
  }

  @Override
  public List<ExportId> others(ExportId id) {
    return noted.keySet().stream()
        .filter(other -> other.uid().equals(id.uid()) && !other.equals(id))
        .filter(other -> noted.get(other).ready())
        .toList();
  }

  @Override
  public List<ExportId> expired(Instant now, int atMost) {
    return noted.keySet().stream()
        .filter(id -> noted.get(id).expiresAt().isBefore(now))
        .limit(atMost)
        .toList();
  }

  @Override
  public void delete(ExportId id) {
    noted.remove(id);
  }
}
