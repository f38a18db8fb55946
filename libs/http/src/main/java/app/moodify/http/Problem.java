package app.moodify.http;

import static java.util.Map.entry;

import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a request cannot be answered, as RFC 9457 "Problem Details for HTTP APIs" has it. The type is
 * {@code about:blank}, so that the title is the status's own phrase; {@code code} distinguishes for
 * programs what a status lumps together.
 */
public final class Problem extends Exception {
  private static final long serialVersionUID = 1L;

  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          entry(400, "Bad Request"),
          entry(401, "Unauthorized"),
          entry(403, "Forbidden"),
          entry(404, "Not Found"),
          entry(405, "Method Not Allowed"),
          entry(409, "Conflict"),
          entry(413, "Content Too Large"),
          entry(415, "Unsupported Media Type"),
          entry(422, "Unprocessable Content"),
          entry(429, "Too Many Requests"),
          entry(500, "Internal Server Error"),
          entry(503, "Service Unavailable"));

  private final int status;
  private final String code;
  private final LinkedHashMap<String, String> headers = new LinkedHashMap<>();

  private record Details(String type, String title, int status, String detail, String code) {}

  /**
   * Describes a problem.
   *
   * @param status one of the statuses with a title above
   * @param code for programs, such as {@code empty}
   * @param detail a sentence that names the cause and the way out
   */
  public Problem(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /** Describes a call that was made too often. */
  static Problem tooManyRequests(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new Problem(
            429,
            "too_many_requests",
            "That was too often. Please try again in %d seconds.".formatted(seconds))
        .with("Retry-After", Long.toString(seconds));
  }

  /** Adds a header to the answer. */
  public Problem with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the code for programs. */
  public String code() {
    return code;
  }

  /** Writes the answer and sends it on its way. */
  public void write(HttpResponse response) throws IOException {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      response.appendHeader(header.getKey(), header.getValue());
    }
    HttpResponder.write(
        response,
        status,
        "application/problem+json",
        new Details("about:blank", TITLES.get(status), status, getMessage(), code));
  }
}
