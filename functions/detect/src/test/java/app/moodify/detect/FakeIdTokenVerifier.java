package app.moodify.detect;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.IdTokenVerifier;
import app.moodify.core.person.InvalidTokenException;
import app.moodify.core.person.SignIn;
import java.time.Instant;

/** Knows the token {@code good}, and that {@code down} cannot be checked for now. */
final class FakeIdTokenVerifier implements IdTokenVerifier {
  @Override
  public SignIn verify(String idToken) throws InvalidTokenException {
    return switch (idToken) {
      case "good" -> new SignIn("ada", false, Instant.EPOCH, Instant.EPOCH);
      case "hasty" -> new SignIn("hasty", false, Instant.EPOCH, Instant.EPOCH);
      case "contended" -> new SignIn("contended", false, Instant.EPOCH, Instant.EPOCH);
      case "undecided" -> new SignIn("undecided", false, Instant.EPOCH, Instant.EPOCH);
      case "expired" -> throw new InvalidTokenException("The token has expired");
      case "down" ->
          throw new ServiceUnavailableException("Keys are out of reach", new RuntimeException());
      default -> throw new InvalidTokenException("The token is not valid");
    };
  }
}
