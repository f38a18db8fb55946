package app.moodify.cloud.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.AppVerifier;
import app.moodify.core.person.InvalidTokenException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stub server has the public keys; the test signs the tokens in Firebase's place. */
class FirebaseAppVerifierTest {
  private static KeyPair keys;

  @AutoClose private final MockWebServer server = new MockWebServer();
  private AppVerifier verifier;

  @BeforeAll
  static void makeKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
  }

  @BeforeEach
  void start() throws Exception {
    server.start();
    verifier = new FirebaseAppVerifier("demo-moodify", server.url("/jwks").toString());
  }

  @Test
  void aTokenThatWasGivenToThisProjectsPageIsGood() {
    serveKeys();

    assertThatCode(() -> verifier.verify(token("projects/demo-moodify", 600)))
        .doesNotThrowAnyException();
  }

  @Test
  void aTokenOfAnotherProjectIsNot() {
    serveKeys();

    assertThatThrownBy(() -> verifier.verify(token("projects/demo-other", 600)))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void aTokenThatHasExpiredIsNot() {
    assertThatThrownBy(() -> verifier.verify(token("projects/demo-moodify", -600)))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void aTokenThatSomebodyChangedIsNot() {
    serveKeys();

    assertThatThrownBy(
            () ->
                verifier.verify(token("projects/demo-moodify", 600).replaceFirst("....$", "AAAA")))
        .isInstanceOf(InvalidTokenException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "a.b.c", "e30.e30."})
  void whatIsNoTokenIsNot(String text) {
    assertThatThrownBy(() -> verifier.verify(text)).isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void whileTheKeysAreOutOfReachNothingIsSaidOfTheToken() {
    server.close();

    assertThatThrownBy(() -> verifier.verify(token("projects/demo-moodify", 600)))
        .isInstanceOf(ServiceUnavailableException.class);
  }

  private void serveKeys() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    String jwks =
        "{\"keys\":[{\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"kid\":\"k1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
            .formatted(number(key.getModulus()), number(key.getPublicExponent()));
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("content-type", "application/json")
            .body(jwks)
            .build());
  }

  private static String token(String audience, long secondsToLive) {
    long now = Instant.now().getEpochSecond();
    String signed =
        encode(
                "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}"
                    .getBytes(StandardCharsets.UTF_8))
            + "."
            + encode(
                """
                {"iss":"https://firebaseappcheck.googleapis.com/123","sub":"1:123:web:4",
                 "aud":["projects/123","%s"],"iat":%d,"exp":%d}"""
                    .formatted(audience, now - 3600, now + secondsToLive)
                    .getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.UTF_8));
      return signed + "." + encode(signature.sign());
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return encode(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
