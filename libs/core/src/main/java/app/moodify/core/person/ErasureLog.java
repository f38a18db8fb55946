package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;
import java.util.List;

/**
 * Which accounts are being erased, so that what was begun is brought to its end even if whoever
 * began it is gone. Implementations are thread-safe; every method throws {@link
 * ServiceUnavailableException} if the store cannot be reached.
 */
public interface ErasureLog {

  /** Notes that a person is being erased. Does nothing if that is noted already. */
  void begin(String uid, Instant at);

  /** Returns whether a person is being erased. */
  boolean isOpen(String uid);

  /** Returns people whose erasure has begun before a time, the oldest first. */
  List<String> openSince(Instant before, int atMost);

  /** Takes the note away, and with it all else that was kept of the person's calls. */
  void end(String uid);
}
