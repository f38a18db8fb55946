package app.moodify.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** ID tokens as the Authentication emulator gives them out: without a signature. */
public final class FakeIdToken {
  private static final Duration AGE = Duration.ofHours(2);

  private FakeIdToken() {}

  /** Returns a token of the person {@code ada} that expires at a time. */
  public static String of(String project, Instant expiresAt) {
    long issuedAt = Instant.now().minus(AGE).getEpochSecond();
    String claims =
        """
        {"iss":"https://securetoken.google.com/%s","aud":"%s","sub":"ada","user_id":"ada",
         "auth_time":%d,"iat":%d,"exp":%d}"""
            .formatted(project, project, issuedAt, issuedAt, expiresAt.getEpochSecond());
    return encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encode(claims) + ".";
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
