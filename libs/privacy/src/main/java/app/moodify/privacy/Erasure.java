package app.moodify.privacy;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.AccountStore;
import app.moodify.core.person.ErasureLog;
import app.moodify.core.person.PersonalDocuments;
import app.moodify.core.person.PersonalFiles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/**
 * Erases everything of a person, and says so only after it has looked that nothing is left.
 * Thread-safe. May be called again at any time, also by another process: it goes on with what is
 * left. The account is the last thing to go, so that until then the person can call again.
 */
public final class Erasure {
  private static final Logger LOG = Logger.getLogger(Erasure.class.getName());

  private final AccountStore accounts;
  private final PersonalDocuments documents;
  private final PersonalFiles files;
  private final ErasureLog log;
  private final Clock clock;
  private final Duration settling;

  /**
   * Takes the places that it erases.
   *
   * @param settling how long a function may take that was at work for the person when all went;
   *     what it may have left is looked for after that
   */
  public Erasure(
      AccountStore accounts,
      PersonalDocuments documents,
      PersonalFiles files,
      ErasureLog log,
      Clock clock,
      Duration settling) {
    this.accounts = accounts;
    this.documents = documents;
    this.files = files;
    this.log = log;
    this.clock = clock;
    this.settling = settling;
  }

  /** Returns whether a person's erasure has begun and not ended. */
  public boolean hasBegun(String uid) {
    return log.isOpen(uid);
  }

  /**
   * Erases a person.
   *
   * @param timeout how long to go on at most
   * @return whether nothing is left in Firestore, Cloud Storage and Firebase Authentication
   */
  public boolean erase(String uid, Duration timeout) {
    Instant end = clock.instant().plus(timeout);
    log.begin(uid, clock.instant());
    if (!clear(uid, end)) {
      LOG.info("Erasure: not all is gone yet");
      return false;
    }
    accounts.delete(uid);
    pause();
    if (!clear(uid, end) || accounts.find(uid).isPresent()) {
      LOG.info("Erasure: something came back meanwhile");
      return false;
    }
    log.end(uid);
    LOG.info("Erasure: nothing is left");
    return true;
  }

  /** Files go first, so that no more entries come of them. */
  private boolean clear(String uid, Instant end) {
    while (clock.instant().isBefore(end)) {
      boolean filesGone = files.erase(uid, Duration.between(clock.instant(), end));
      boolean documentsGone = documents.erase(uid, Duration.between(clock.instant(), end));
      if (filesGone && documentsGone && files.list(uid).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void pause() {
    try {
      Thread.sleep(settling.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceUnavailableException("Erasing was interrupted", e);
    }
  }
}
