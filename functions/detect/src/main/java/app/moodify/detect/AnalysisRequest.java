package app.moodify.detect;

import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.PhotoFault;
import app.moodify.http.Problem;
import com.google.cloud.functions.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

/** Reads what a program sends to be analyzed, checking it from the outside in. */
final class AnalysisRequest {
  /** A Hosting rewrite keeps the whole path; a call of the function itself has less of it. */
  private static final Set<String> PATHS = Set.of("/api/v1/analyses", "/v1/analyses", "/analyses");

  private static final Set<String> FUNCTION_ITSELF = Set.of("", "/");

  private AnalysisRequest() {}

  /** Refuses other paths. */
  static void requirePath(HttpRequest request) throws Problem {
    String path = request.getPath() == null ? "" : request.getPath();
    if (!PATHS.contains(path) && !FUNCTION_ITSELF.contains(path)) {
      throw new Problem(
          404, "no_such_path", "There is nothing here. Post a photo to /api/v1/analyses.");
    }
  }

  /** Refuses other methods. */
  static void requirePost(HttpRequest request) throws Problem {
    if (!request.getMethod().equals("POST")) {
      throw new Problem(
              405, "method_not_allowed", "Only POST is understood here, with a photo as the body.")
          .with("Allow", "POST");
    }
  }

  /**
   * Returns the photo, reading no more of the body than a photo may have, whether or not its length
   * is announced.
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
}
