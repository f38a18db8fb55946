package app.moodify.http;

import app.moodify.core.person.IdTokenVerifier;
import app.moodify.core.person.InvalidTokenException;
import app.moodify.core.person.SignIn;
import com.google.cloud.functions.HttpRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out who calls, from the header {@code Authorization: Bearer <Firebase ID token>}. */
public final class BearerToken {
  /** RFC 6750, section 2.1; the scheme's case does not matter (RFC 9110, section 11.1). */
  private static final Pattern BEARER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);

  private BearerToken() {}

  /**
   * Returns who calls.
   *
   * @throws Problem 401 without a token, or with one that is not good
   */
  public static SignIn verify(HttpRequest request, IdTokenVerifier tokens) throws Problem {
    String token = read(request);
    try {
      return tokens.verify(token);
    } catch (InvalidTokenException e) {
      throw invalid(e.getMessage() + ".");
    }
  }

  private static String read(HttpRequest request) throws Problem {
    Optional<String> header = request.getFirstHeader("Authorization");
    if (header.isEmpty()) {
      throw unauthorized(
          "no_token",
          "Send the Firebase ID token of a signed-in person as Authorization: Bearer <token>.",
          "Bearer realm=\"moodify\"");
    }
    Matcher bearer = BEARER.matcher(header.get());
    if (!bearer.matches()) {
      throw invalid("The Authorization header holds no bearer token.");
    }
    return bearer.group(1);
  }

  private static Problem invalid(String reason) {
    return unauthorized(
        "invalid_token",
        reason + " Sign in again, and send the new ID token.",
        "Bearer realm=\"moodify\", error=\"invalid_token\"");
  }

  private static Problem unauthorized(String code, String detail, String challenge) {
    return new Problem(401, code, detail).with("WWW-Authenticate", challenge);
  }
}
