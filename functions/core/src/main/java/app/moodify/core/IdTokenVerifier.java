package app.moodify.core;

/** Tells who a program acts for. Implementations are thread-safe. */
public interface IdTokenVerifier {

  /**
   * Verifies a Firebase ID token.
   *
   * @return the person's uid
   * @throws InvalidTokenException if the token does not name a person for sure
   * @throws ServiceUnavailableException if that could not be found out
   */
  String verify(String idToken) throws InvalidTokenException;
}
