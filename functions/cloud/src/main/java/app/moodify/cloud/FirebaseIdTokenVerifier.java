package app.moodify.cloud;

import app.moodify.core.IdTokenVerifier;
import app.moodify.core.InvalidTokenException;
import app.moodify.core.ServiceUnavailableException;
import com.google.firebase.ErrorCode;
import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** ID tokens, verified by the Firebase Admin SDK. */
final class FirebaseIdTokenVerifier implements IdTokenVerifier {
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

  FirebaseIdTokenVerifier(Supplier<FirebaseAuth> auth) {
    this.auth = auth;
  }

  @Override
  public String verify(String idToken) throws InvalidTokenException {
    if (idToken.isBlank()) {
      throw new InvalidTokenException("The token is empty");
    }
    try {
      return auth.get().verifyIdToken(idToken).getUid();
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

  /** The SDK's own messages are for developers and quote from the token. */
  private static String reason(AuthErrorCode code) {
    return code == AuthErrorCode.EXPIRED_ID_TOKEN
        ? "The token has expired"
        : "The token is not valid";
  }
}
