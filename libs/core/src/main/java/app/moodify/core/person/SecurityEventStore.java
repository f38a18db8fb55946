package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The security trail: what happened with people's accounts, under names that only the store can
 * tell from a person's id. Adding an event that is there already changes nothing. Implementations
 * are thread-safe; every method throws {@link ServiceUnavailableException} if the store cannot be
 * reached.
 */
public interface SecurityEventStore {

  /** Adds an event to a person's trail. */
  void add(String uid, SecurityEvent event);

  /** Returns a person's events since a time, the newest first. */
  List<SecurityEvent> newest(String uid, Instant since, int atMost);

  /**
   * What was known of an account when it was looked at last.
   *
   * @param methods the ways to sign in, in alphabetical order
   * @param consentsUntil when the last consent was given or withdrawn that is in the trail
   */
  record Seen(List<String> methods, Optional<Instant> consentsUntil) {}

  /**
   * A record of a consent.
   *
   * @param given whether it was given, or else withdrawn
   * @param at when
   */
  record Consent(boolean given, Instant at) {}

  /** Says what happened since an account was looked at last. */
  interface Observer {
    /**
     * Compares.
     *
     * @param before empty if the account was never looked at
     * @param consents the oldest of those since then, the oldest first
     * @return what is known now and what happened; empty if all is as it was
     */
    Optional<Observation> compare(Optional<Seen> before, List<Consent> consents);
  }

  /**
   * What came of a look at an account.
   *
   * @param seen what is known now
   * @param events what happened since before
   */
  record Observation(Seen seen, List<SecurityEvent> events) {}

  /**
   * Looks at a person's account: the events and what is known now are stored together or not at
   * all, and of looks at once that find a change one stores it. Nothing is written if all is as it
   * was, or while the person is being erased; what is known goes with their other documents.
   */
  void observe(String uid, Observer observer);
}
