package app.moodify.core.person;

import app.moodify.core.EnumKeys;
import app.moodify.core.Keyed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Something that happened with an account and that its person is to be able to see later, because
 * it may have been somebody else. It says nothing about who they are.
 *
 * @param kind what happened
 * @param method which way to sign in it is about, as Firebase Authentication calls it, such as
 *     {@code password} or {@code google.com}; empty where it is about none
 * @param at when, or when it was noticed, to the millisecond
 */
public record SecurityEvent(Kind kind, Optional<String> method, Instant at) {
  /** How long it is kept, whatever becomes of the account. */
  public static final Duration KEPT_FOR = Duration.ofDays(90);

  /** Cuts what is finer than a millisecond, which not every store keeps. */
  public SecurityEvent {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Makes an event that is about no way to sign in. */
  public SecurityEvent(Kind kind, Instant at) {
    this(kind, Optional.empty(), at);
  }

  /** Returns when its time is over. */
  public Instant expiresAt() {
    return at.plus(KEPT_FOR);
  }

  /** What can happen. */
  public enum Kind implements Keyed {
    /** The account was opened. */
    SIGN_UP,
    /** Somebody began to try Moodify without an account of their own. */
    GUEST_STARTED,
    /** There is another way to sign in. */
    SIGN_IN_METHOD_ADDED,
    /** There is one way less to sign in. */
    SIGN_IN_METHOD_REMOVED,
    /** The person agreed that photos are read. */
    CONSENT_GIVEN,
    /** The person agrees to that no longer. */
    CONSENT_WITHDRAWN,
    /** All data was asked for. */
    EXPORT_REQUESTED,
    /** All sessions were ended. */
    SIGNED_OUT_EVERYWHERE,
    /** Erasing the account began. */
    ERASURE_BEGUN,
    /** The account is gone, and with it all that was its person's. */
    ERASURE_ENDED;

    /** Returns the kind with this {@link #key()}, or nothing for any other text, also null. */
    public static Optional<Kind> fromKey(String key) {
      return EnumKeys.find(values(), key);
    }
  }
}
