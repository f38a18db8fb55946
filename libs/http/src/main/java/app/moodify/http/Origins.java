package app.moodify.http;

import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose pages may call, by the protocol that browsers follow (CORS,
 * fetch.spec.whatwg.org/#http-cors-protocol). Programs send no origin and are not concerned.
 *
 * @param allowed the origins of Moodify's page, such as {@code https://moodify.example}
 */
public record Origins(Set<String> allowed) {
  private static final String ORIGIN = "Origin";
  private static final String METHOD_WANTED = "Access-Control-Request-Method";

  /** Keeps a copy. */
  public Origins {
    allowed = Set.copyOf(allowed);
  }

  /** Lets the page read the answer, if it is Moodify's that calls. */
  public void mark(HttpRequest request, HttpResponse response) {
    response.appendHeader("Vary", ORIGIN);
    origin(request)
        .ifPresent(
            origin -> {
              response.appendHeader("Access-Control-Allow-Origin", origin);
              response.appendHeader(
                  "Access-Control-Expose-Headers",
                  "X-Request-Id, Retry-After, Content-Disposition");
            });
  }

  /** Returns whether a browser asks beforehand whether a page may call. */
  public static boolean isPreflight(HttpRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getFirstHeader(METHOD_WANTED).isPresent();
  }

  /**
   * Answers such a question.
   *
   * @param methods what may be called at this path
   * @throws Problem 403 if the page is not Moodify's
   */
  public void preflight(HttpRequest request, HttpResponse response, List<String> methods)
      throws Problem {
    if (origin(request).isEmpty()) {
      throw new Problem(403, "origin_not_allowed", "Only Moodify's own page may call from there.");
    }
    response.setStatusCode(204);
    response.appendHeader("Access-Control-Allow-Methods", String.join(", ", methods));
    response.appendHeader(
        "Access-Control-Allow-Headers",
        "Authorization, Content-Type, X-Firebase-AppCheck, X-Request-Id");
    response.appendHeader("Access-Control-Max-Age", "3600");
  }

  private Optional<String> origin(HttpRequest request) {
    return request.getFirstHeader(ORIGIN).filter(allowed::contains);
  }
}
