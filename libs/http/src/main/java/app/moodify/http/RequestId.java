package app.moodify.http;

import com.google.cloud.functions.HttpRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a request in the answer and in the logs, so that one can be found from the other. */
final class RequestId {
  static final String HEADER = "X-Request-Id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private RequestId() {}

  /** Returns the caller's own id if it is a sane one, else a new one. */
  static String of(HttpRequest request) {
    return request
        .getFirstHeader(HEADER)
        .filter(id -> SANE.matcher(id).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
  }
}
