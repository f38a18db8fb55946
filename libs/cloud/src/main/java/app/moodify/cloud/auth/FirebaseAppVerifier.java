package app.moodify.cloud.auth;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.AppVerifier;
import app.moodify.core.person.InvalidTokenException;
import com.google.api.client.json.webtoken.JsonWebToken;
import com.google.auth.oauth2.TokenVerifier;
import com.google.auth.oauth2.TokenVerifier.VerificationException;
import java.io.IOException;

/**
 * App Check tokens, verified as firebase.google.com/docs/app-check/custom-resource-backend says
 * ("Verifying tokens manually"): the Admin SDK for Java has nothing for it.
 */
public final class FirebaseAppVerifier implements AppVerifier {
  private static final String ISSUER = "https://firebaseappcheck.googleapis.com/";

  private final TokenVerifier signatures;
  private final String audience;

  /**
   * Makes a verifier.
   *
   * @param keys where the public keys are, as JWKS; they are kept for an hour
   */
  public FirebaseAppVerifier(String projectId, String keys) {
    this.signatures = TokenVerifier.newBuilder().setCertificatesLocation(keys).build();
    this.audience = "projects/" + projectId;
  }

  @Override
  public void verify(String token) throws InvalidTokenException {
    JsonWebToken.Payload claims;
    try {
      claims = signatures.verify(token).getPayload();
    } catch (VerificationException e) {
      if (hasCause(e, IOException.class) && !hasCause(e, IllegalArgumentException.class)) {
        throw new ServiceUnavailableException("Reading the keys of App Check failed", e);
      }
      throw new InvalidTokenException("The App Check token is not valid");
    } catch (RuntimeException malformed) {
      throw new InvalidTokenException("The App Check token is not valid");
    }
    if (claims.getIssuer() == null
        || !claims.getIssuer().startsWith(ISSUER)
        || claims.getAudience() == null
        || !claims.getAudienceAsList().contains(audience)) {
      throw new InvalidTokenException("The App Check token is of another project");
    }
  }

  private static boolean hasCause(Throwable fault, Class<?> kind) {
    for (Throwable each = fault.getCause(); each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return true;
      }
    }
    return false;
  }
}
