package app.moodify.detect;

import app.moodify.core.PhotoAnalyzer;
import app.moodify.core.PhotoFault;
import com.google.cloud.functions.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a program sends to be analyzed, checking it from the outside in. */
final class AnalysisRequest {
  /** A Hosting rewrite keeps the whole path; a call of the function itself has less of it. */
  private static final Set<String> PATHS = Set.of("/api/v1/analyses", "/v1/analyses", "/analyses");

  /** 32 MB: Cloud Functions of the 2nd generation let no larger request through. */
  private static final int MAX_REQUEST_BYTES = 32 * 1024 * 1024;

  private static final Set<String> FUNCTION_ITSELF = Set.of("", "/");

  /** RFC 6750, section 2.1; the scheme's case does not matter (RFC 9110, section 11.1). */
  private static final Pattern BEARER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);

  private static final Logger LOG = Logger.getLogger(AnalysisRequest.class.getName());

  private AnalysisRequest() {}

  /** Refuses other paths and methods. */
  static void requirePost(HttpRequest request) throws Problem {
    String path = request.getPath() == null ? "" : request.getPath();
    if (!PATHS.contains(path) && !FUNCTION_ITSELF.contains(path)) {
      throw new Problem(
          404, "no_such_path", "There is nothing here. Post a photo to /api/v1/analyses.");
    }
    if (!request.getMethod().equals("POST")) {
      throw new Problem(
              405, "method_not_allowed", "Only POST is understood here, with a photo as the body.")
          .with("Allow", "POST");
    }
  }

  /** Returns the bearer token, or refuses a request without one. */
  static String token(HttpRequest request) throws Problem {
    Optional<String> header = request.getFirstHeader("Authorization");
    if (header.isEmpty()) {
      throw unauthorized(
          "no_token",
          "Send the Firebase ID token of a signed-in person as Authorization: Bearer <token>.",
          "Bearer realm=\"moodify\"");
    }
    Matcher bearer = BEARER.matcher(header.get());
    if (!bearer.matches()) {
      throw invalidToken("The Authorization header holds no bearer token.");
    }
    return bearer.group(1);
  }

  /** Returns the refusal of a token that is not good. */
  static Problem invalidToken(String reason) {
    return unauthorized(
        "invalid_token",
        reason + " Sign in again, and send the new ID token.",
        "Bearer realm=\"moodify\", error=\"invalid_token\"");
  }

  /**
   * Returns the photo, reading no more of the body than a photo may have, whether or not its length
   * is told beforehand.
   */
  static byte[] photo(HttpRequest request) throws Problem {
    refuseForms(request);
    if (request.getContentLength() > PhotoAnalyzer.MAX_BYTES) {
      throw tooLarge();
    }
    byte[] body = read(request);
    if (body.length > PhotoAnalyzer.MAX_BYTES) {
      throw tooLarge();
    }
    if (body.length == 0) {
      throw PhotoProblems.of(PhotoFault.EMPTY);
    }
    return body;
  }

  private static byte[] read(HttpRequest request) throws Problem {
    try {
      InputStream body = request.getInputStream();
      return body.readNBytes(PhotoAnalyzer.MAX_BYTES + 1);
    } catch (IOException e) {
      Problem problem =
          new Problem(400, "incomplete_body", "The photo did not arrive whole. Please try again.");
      problem.initCause(e);
      throw problem;
    }
  }

  /**
   * Reads what is left of a body that was refused, and forgets it: a client, or a proxy between,
   * that is still sending when its connection is cut would never see the answer.
   */
  static void discardRest(HttpRequest request) {
    try {
      request.getInputStream().skip(MAX_REQUEST_BYTES);
    } catch (IOException e) {
      LOG.log(Level.FINE, "The client of a refused request has gone", e);
    }
  }

  private static void refuseForms(HttpRequest request) throws Problem {
    String type = request.getContentType().orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/")) {
      throw new Problem(
          415, "form_unsupported", "Forms are not read here. Send the photo itself as the body.");
    }
  }

  /** Of a body of any length not all is read, so the connection cannot be used again. */
  private static Problem tooLarge() {
    return PhotoProblems.of(PhotoFault.TOO_MANY_BYTES).with("Connection", "close");
  }

  private static Problem unauthorized(String code, String detail, String challenge) {
    return new Problem(401, code, detail).with("WWW-Authenticate", challenge);
  }
}
