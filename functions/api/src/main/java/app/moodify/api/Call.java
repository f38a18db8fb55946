package app.moodify.api;

import app.moodify.http.Problem;
import com.google.cloud.functions.HttpRequest;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What a request asks for.
 *
 * @param route what is at the path
 * @param moodId which entry the path names, if it names one
 */
record Call(Route route, Optional<String> moodId) {

  /**
   * Reads a request's path. No two routes share one.
   *
   * @throws Problem 404 if there is nothing at it
   */
  static Call of(HttpRequest request) throws Problem {
    String path = request.getPath() == null ? "" : request.getPath();
    for (Route route : Route.values()) {
      Matcher matcher = route.match(path);
      if (matcher.matches()) {
        return new Call(
            route, matcher.groupCount() == 0 ? Optional.empty() : Optional.of(matcher.group(1)));
      }
    }
    throw new Problem(
        404, "no_such_path", "There is nothing here. See the paths in Moodify's OpenAPI file.");
  }

  /**
   * Refuses other methods.
   *
   * @throws Problem 405
   */
  void requireMethod(HttpRequest request) throws Problem {
    if (!request.getMethod().equals(route.method())) {
      throw new Problem(
              405, "method_not_allowed", "Only " + route.method() + " is understood here.")
          .with("Allow", route.method());
    }
  }
}
