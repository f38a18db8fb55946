package app.moodify.detect;

import app.moodify.core.IdTokenVerifier;
import app.moodify.core.InvalidTokenException;
import app.moodify.core.ServiceUnavailableException;

/** Knows the token {@code good}, and that {@code down} cannot be checked for now. */
final class ScriptedTokens implements IdTokenVerifier {
  @Override
  public String verify(String idToken) throws InvalidTokenException {
    return switch (idToken) {
      case "good" -> "ada";
      case "expired" -> throw new InvalidTokenException("The token has expired");
      case "down" ->
          throw new ServiceUnavailableException("Keys are out of reach", new RuntimeException());
      default -> throw new InvalidTokenException("The token is not valid");
    };
  }
}
