package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;
import java.util.List;

/**
 * Which exports are made in the background, and which are there to be downloaded; the person sees
 * them change. Implementations are thread-safe; every method throws {@link
 * ServiceUnavailableException} if the store cannot be reached.
 */
public interface ExportStore {

  /**
   * An export that is being made.
   *
   * @param id which
   * @param begun whether this call has begun it; otherwise it was under way
   */
  record Requested(ExportId id, boolean begun) {}

  /**
   * Begins an export, unless one of this person is under way: of any number of calls at once, one
   * begins it.
   *
   * @param expiresAt when nobody waits for it any more
   */
  Requested begin(String uid, Instant now, Instant expiresAt);

  /** Returns whether an export is still waited for. */
  boolean isOpen(ExportId id, Instant now);

  /**
   * Notes that the file is there.
   *
   * @param bytes its size
   * @param expiresAt when it goes again
   * @return false if the export is gone, as that of somebody who was erased meanwhile
   */
  boolean finish(ExportId id, long bytes, Instant expiresAt);

  /** Returns the other exports of the same person whose files are there. */
  List<ExportId> others(ExportId id);

  /** Returns exports whose time is over, the oldest first. */
  List<ExportId> expired(Instant now, int atMost);

  /** Forgets an export. Does nothing if it is gone. */
  void delete(ExportId id);
}
