package app.moodify.stack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/**
 * Stands in for Firebase App Check on this machine: gives the page tokens in Firebase's form,
 * signed with a key of its own, and gives the functions that key. It believes a browser which page
 * it asks for; a program can say the same of itself, as it could to no reCAPTCHA.
 */
final class LocalAppCheck implements AutoCloseable {

  /** As terraform sets it for the page's tokens. */
  private static final Duration TOKEN_TTL = Duration.ofHours(1);

  private static final String KEY_ID = "local";
  private static final String PROJECT_NUMBER = "1";

  private final HttpServer server;
  private final KeyPair keys;
  private final Set<String> pages;
  private final Clock clock;

  private LocalAppCheck(HttpServer server, KeyPair keys, Set<String> pages, Clock clock) {
    this.server = server;
    this.keys = keys;
    this.pages = Set.copyOf(pages);
    this.clock = clock;
  }

  /**
   * Starts to listen on 127.0.0.1.
   *
   * @param port 0 for any free one
   * @param pages the origins that get tokens
   */
  static LocalAppCheck start(int port, Set<String> pages, Clock clock) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    LocalAppCheck appCheck = new LocalAppCheck(server, newKeys(), pages, clock);
    server.createContext("/token", appCheck::giveToken);
    server.createContext("/jwks", appCheck::giveKeys);
    server.start();
    return appCheck;
  }

  /** Where the page gets its tokens, with POST. */
  URI tokens() {
    return address("/token");
  }

  /** Where the functions get the public key, as JWKS. */
  URI keys() {
    return address("/jwks");
  }

  /** A token for the runner's own requests. */
  String token() {
    return sign(Project.ID, clock.instant().plus(TOKEN_TTL));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void giveToken(HttpExchange exchange) throws IOException {
    try (exchange) {
      String page = exchange.getRequestHeaders().getFirst("Origin");
      if (page == null || !pages.contains(page) || !exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", page);
      Instant expiry = clock.instant().plus(TOKEN_TTL);
      JsonObject answer = new JsonObject();
      answer.addProperty("token", sign(Project.ID, expiry));
      answer.addProperty("expireTimeMillis", expiry.toEpochMilli());
      answer(exchange, answer);
    }
  }

  private void giveKeys(HttpExchange exchange) throws IOException {
    try (exchange) {
      RSAPublicKey key = (RSAPublicKey) keys.getPublic();
      JsonObject described = new JsonObject();
      described.addProperty("kty", "RSA");
      described.addProperty("alg", "RS256");
      described.addProperty("use", "sig");
      described.addProperty("kid", KEY_ID);
      described.addProperty("n", encode(unsigned(key.getModulus())));
      described.addProperty("e", encode(unsigned(key.getPublicExponent())));
      JsonArray all = new JsonArray();
      all.add(described);
      JsonObject answer = new JsonObject();
      answer.add("keys", all);
      answer(exchange, answer);
    }
  }

  private static void answer(HttpExchange exchange, JsonObject answer) throws IOException {
    byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  /** A token for the page of a project, as firebase.google.com/docs/app-check describes it. */
  private String sign(String project, Instant expiry) {
    JsonObject header = new JsonObject();
    header.addProperty("alg", "RS256");
    header.addProperty("typ", "JWT");
    header.addProperty("kid", KEY_ID);
    JsonArray audience = new JsonArray();
    audience.add("projects/" + PROJECT_NUMBER);
    audience.add("projects/" + project);
    JsonObject claims = new JsonObject();
    claims.addProperty("iss", "https://firebaseappcheck.googleapis.com/" + PROJECT_NUMBER);
    claims.addProperty("sub", "1:%s:web:local".formatted(PROJECT_NUMBER));
    claims.add("aud", audience);
    claims.addProperty("iat", clock.instant().getEpochSecond());
    claims.addProperty("exp", expiry.getEpochSecond());
    String signed = encode(header) + "." + encode(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java signs with RSA and SHA-256", e);
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java makes RSA keys", e);
    }
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String encode(JsonObject json) {
    return encode(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
