package app.moodify.cloud.auth;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.IdTokenVerifier;
import app.moodify.core.person.InvalidTokenException;
import app.moodify.core.person.SignIn;
import com.google.firebase.ErrorCode;
import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import com.google.firebase.auth.FirebaseToken;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** ID tokens, verified by the Firebase Admin SDK. */
public final class FirebaseIdTokenVerifier implements IdTokenVerifier {
  /** Faults that lie in the token, or in the account it names. */
  private static final Set<AuthErrorCode> TOKEN_FAULTS =
      EnumSet.of(
          AuthErrorCode.EXPIRED_ID_TOKEN,
          AuthErrorCode.INVALID_ID_TOKEN,
          AuthErrorCode.REVOKED_ID_TOKEN,
          AuthErrorCode.TENANT_ID_MISMATCH,
          AuthErrorCode.USER_DISABLED,
          AuthErrorCode.USER_NOT_FOUND);

  private final Supplier<FirebaseAuth> auth;
  private final boolean asksForRevocation;

  /**
   * Makes a verifier.
   *
   * @param asksForRevocation whether a token counts no more once its account is gone or signed out
   *     everywhere, which takes a call to Firebase; otherwise it is good until it ends, an hour at
   *     most
   */
  public FirebaseIdTokenVerifier(Supplier<FirebaseAuth> auth, boolean asksForRevocation) {
    this.auth = auth;
    this.asksForRevocation = asksForRevocation;
  }

  @Override
  public SignIn verify(String idToken) throws InvalidTokenException {
    if (idToken.isBlank()) {
      throw new InvalidTokenException("The token is empty");
    }
    try {
      return signIn(auth.get().verifyIdToken(idToken, asksForRevocation));
    } catch (FirebaseAuthException e) {
      if (TOKEN_FAULTS.contains(e.getAuthErrorCode())
          || e.getErrorCode() == ErrorCode.INVALID_ARGUMENT) {
        throw new InvalidTokenException(reason(e.getAuthErrorCode()));
      }
      // Without the cause's message, which may quote from the request.
      throw new ServiceUnavailableException(
          "Verifying an ID token failed: " + e.getErrorCode() + ", " + e.getAuthErrorCode(), e);
    }
  }

  private static SignIn signIn(FirebaseToken token) {
    Map<String, Object> claims = token.getClaims();
    boolean anonymous =
        claims.get("firebase") instanceof Map<?, ?> firebase
            && "anonymous".equals(firebase.get("sign_in_provider"));
    return new SignIn(token.getUid(), anonymous, time(claims, "auth_time"), time(claims, "iat"));
  }

  private static Instant time(Map<String, Object> claims, String name) {
    return Instant.ofEpochSecond(
        claims.get(name) instanceof Number seconds ? seconds.longValue() : 0);
  }

  /** The SDK's own messages are for developers and quote from the token. */
  private static String reason(AuthErrorCode code) {
    return code == AuthErrorCode.EXPIRED_ID_TOKEN
        ? "The token has expired"
        : "The token is not valid";
  }
}
