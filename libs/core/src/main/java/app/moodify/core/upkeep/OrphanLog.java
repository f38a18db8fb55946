package app.moodify.core.upkeep;

import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose data was found without an account, and since when. Implementations are thread-safe; every
 * method throws {@link ServiceUnavailableException} if the store cannot be reached.
 */
public interface OrphanLog {

  /**
   * Data without an account.
   *
   * @param uid whose it was
   * @param firstSeenAt when it was found first
   */
  record Orphan(String uid, Instant firstSeenAt) {}

  /**
   * Notes that data was found. Does nothing if that is noted already.
   *
   * @return whether it was not
   */
  boolean note(Orphan orphan);

  /**
   * Returns a batch of what is noted.
   *
   * @param from the cursor of the batch before; empty for the first one
   */
  Batch<Orphan> batch(Optional<String> from);

  /** Takes a note away. Does nothing if there is none. */
  void delete(String uid);
}
