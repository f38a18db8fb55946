package app.moodify.api;

import app.moodify.core.person.RateLimit;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be asked for. */
enum Route {
  /** Everything that is kept of the caller, as a ZIP. */
  EXPORT("GET", "export", new RateLimit("export", 10, Duration.ofMinutes(10))),
  /** The end of the caller's account and of everything in it. */
  ERASE("DELETE", "account", new RateLimit("erase", 30, Duration.ofMinutes(1))),
  /** Other music for one of the caller's mood entries. */
  RESHUFFLE(
      "POST", "playlists/([^/]+)/reshuffle", new RateLimit("reshuffle", 30, Duration.ofMinutes(1))),
  /** The caller's consent that photos are read, given or withdrawn. */
  CONSENT("POST", "consents", new RateLimit("consent", 10, Duration.ofMinutes(1))),
  /** What happened with the caller's account. */
  SECURITY_EVENTS(
      "GET", "security-events", new RateLimit("securityEvents", 30, Duration.ofMinutes(1))),
  /** The end of all the caller's sessions, on every device. */
  SIGN_OUT("POST", "sign-out-everywhere", new RateLimit("signOut", 10, Duration.ofMinutes(1))),
  /**
   * What browsers report of the page's Content-Security-Policy. Asked by anybody, and counted so.
   */
  CSP_REPORT("POST", "csp-reports", new RateLimit("cspReport", 60, Duration.ofMinutes(1)));

  /** A Hosting rewrite keeps the whole path; a call of the function itself has less of it. */
  private static final String BEFORE = "(?:/api)?(?:/v1)?/";

  private final String method;
  private final Pattern path;
  private final RateLimit limit;

  Route(String method, String path, RateLimit limit) {
    this.limit = limit;
    this.method = method;
    this.path = Pattern.compile(BEFORE + path);
  }

  /** The name used in logs, such as {@code sign-out}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String method() {
    return method;
  }

  /** How often a person may ask for it; where no person is known, all callers of an instance. */
  RateLimit limit() {
    return limit;
  }

  /** Matches a path; the first group, where there is one, names the entry. */
  Matcher match(String requested) {
    return path.matcher(requested);
  }
}
