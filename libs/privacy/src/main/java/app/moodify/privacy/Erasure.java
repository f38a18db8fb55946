package app.moodify.privacy;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.AccountStore;
import app.moodify.core.person.Erased;
import app.moodify.core.person.ErasureLog;
import app.moodify.core.person.PersonalDocuments;
import app.moodify.core.person.PersonalFiles;
import app.moodify.core.person.SecurityEvent.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Erases everything of a person, and says so only after it has looked that nothing is left.
 * Thread-safe. May be called again at any time, also by another process: it goes on with what is
 * left. The account is the last thing to go, so that until then the person can call again.
 */
public final class Erasure {
  private static final Logger LOG = Logger.getLogger(Erasure.class.getName());

  /** An ID token of Firebase lives an hour, and clocks differ. */
  private static final Duration TOKENS_LIVE = Duration.ofMinutes(65);

  private final AccountStore accounts;
  private final PersonalDocuments documents;
  private final PersonalFiles files;
  private final ErasureLog log;
  private final SecurityTrail trail;
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
      SecurityTrail trail,
      Clock clock,
      Duration settling) {
    this.accounts = accounts;
    this.documents = documents;
    this.files = files;
    this.log = log;
    this.trail = trail;
    this.clock = clock;
    this.settling = settling;
  }

  /** Returns whether a person's erasure has begun and not ended. */
  public boolean hasBegun(String uid) {
    return log.isOpen(uid);
  }

  /**
   * How far an erasure is.
   *
   * @param ended whether nothing is left in Firestore, Cloud Storage and Firebase Authentication
   * @param deleted how many documents and files this call has deleted
   * @param left how many there were still when it ended
   */
  public record Progress(boolean ended, int deleted, long left) {}

  /**
   * Erases a person.
   *
   * @param timeout how long to go on at most
   * @return how far it is; if it has not ended, calling again goes on from there
   */
  public Progress erase(String uid, Duration timeout) {
    Instant end = clock.instant().plus(timeout);
    noteBegun(uid);
    Erased first = clear(uid, end);
    if (!first.nothingLeft()) {
      long left = documents.count(uid) + files.list(uid).size();
      LOG.info("Erasure: " + first.deleted() + " deleted, " + left + " left");
      return new Progress(false, first.deleted(), left);
    }
    Instant accountEnded = deleteAccount(uid);
    pause();
    Erased second = clear(uid, end.plus(settling));
    int deleted = first.deleted() + second.deleted();
    if (!second.nothingLeft() || accounts.find(uid).isPresent()) {
      LOG.info("Erasure: something came back meanwhile");
      return new Progress(false, deleted, documents.count(uid) + files.list(uid).size());
    }
    noteNothingLeft(uid, accountEnded);
    LOG.info("Erasure: nothing is left of " + deleted);
    return new Progress(true, deleted, 0);
  }

  /** What the person did a moment ago goes into their trail before it is gone. */
  private void noteBegun(String uid) {
    if (!log.isOpen(uid)) {
      trail.observe(uid);
    }
    trail.record(uid, Kind.ERASURE_BEGUN, log.begin(uid, clock.instant()));
  }

  /**
   * Deletes the account, and returns when it ended: until then the person could renew their token.
   * If whoever deleted it stopped before that was noted, it counts from now.
   */
  private Instant deleteAccount(String uid) {
    boolean isDeletedNow = accounts.delete(uid);
    Instant now = clock.instant();
    Optional<Instant> noted = isDeletedNow ? Optional.empty() : log.accountEndedAt(uid);
    if (noted.isEmpty()) {
      log.noteAccountEnded(uid, now);
    }
    return noted.orElse(now);
  }

  /**
   * The note stays while an ID token may be good that was given out before: functions that were at
   * work for the person may still write, and what they wrote is looked for once more then.
   */
  private void noteNothingLeft(String uid, Instant accountEnded) {
    trail.record(uid, Kind.ERASURE_ENDED, accountEnded);
    Instant tokensEnd = accountEnded.plus(TOKENS_LIVE);
    if (clock.instant().isBefore(tokensEnd)) {
      log.lookAgainAt(uid, tokensEnd);
    } else {
      log.end(uid);
    }
  }

  /** Files go first, so that no more entries come of them. Looks at least once. */
  private Erased clear(String uid, Instant end) {
    int deleted = 0;
    do {
      Erased ofFiles = files.erase(uid, Duration.between(clock.instant(), end));
      Erased ofDocuments = documents.erase(uid, Duration.between(clock.instant(), end));
      deleted += ofFiles.deleted() + ofDocuments.deleted();
      if (ofFiles.nothingLeft() && ofDocuments.nothingLeft() && files.list(uid).isEmpty()) {
        return new Erased(deleted, true);
      }
    } while (clock.instant().isBefore(end));
    return new Erased(deleted, false);
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
