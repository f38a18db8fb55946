package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which accounts are being erased, so that what was begun is brought to its end even if whoever
 * began it is gone. A note stays as a tombstone for as long as an ID token of the person may be
 * good. Implementations are thread-safe; every method throws {@link ServiceUnavailableException} if
 * the store cannot be reached.
 */
public interface ErasureLog {

  /**
   * Notes that a person is being erased, which refuses their ID tokens at the stores from now on.
   * Does nothing if that is noted already.
   *
   * @return when it began, as it is noted
   */
  Instant begin(String uid, Instant at);

  /** Notes that a person who is being erased has no account from a time on. */
  void noteAccountEnded(String uid, Instant at);

  /** Returns when the account of a person who is being erased ended, if that was noted. */
  Optional<Instant> accountEndedAt(String uid);

  /**
   * Returns whether a person is being erased, or was so lately that a token of theirs may be good.
   */
  boolean isOpen(String uid);

  /** Returns people who were to be looked after before a time, the longest overdue first. */
  List<String> dueBefore(Instant time, int atMost);

  /** Notes that nothing is left, and when to look once more. */
  void lookAgainAt(String uid, Instant at);

  /** Takes the note away, and with it all else that was kept of the person's calls. */
  void end(String uid);
}
