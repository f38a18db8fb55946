package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;

/** Verifies that a call comes from Moodify's own page. Implementations are thread-safe. */
public interface AppVerifier {

  /**
   * Verifies a Firebase App Check token.
   *
   * @throws InvalidTokenException if it was not given to this project's page
   * @throws ServiceUnavailableException if that could not be found out
   */
  void verify(String token) throws InvalidTokenException;
}
