package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;

/** Verifies whom a program acts for. Implementations are thread-safe. */
public interface IdTokenVerifier {

  /**
   * Verifies a Firebase ID token.
   *
   * @return who it names, and how they signed in
   * @throws InvalidTokenException if the token does not name a person for sure
   * @throws ServiceUnavailableException if that could not be found out
   */
  SignIn verify(String idToken) throws InvalidTokenException;
}
