package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;

/**
 * From when on a person's sign-ins count, for the rules of the stores: an ID token is good for an
 * hour by itself, whatever has become of its person. Implementations are thread-safe; every method
 * throws {@link ServiceUnavailableException} if that could not be noted.
 */
public interface Revocations {

  /** Refuses all ID tokens of sign-ins before a time. */
  void refuseBefore(String uid, Instant time);

  /** Refuses all ID tokens of a person. */
  void refuseAll(String uid);

  /** Refuses nothing any more. */
  void allow(String uid);
}
