package app.moodify.api;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be asked for. */
enum Operation {
  /** Everything that is kept of the caller, as a ZIP. */
  EXPORT("GET", "export"),
  /** The end of the caller's account and of everything in it. */
  ERASE("DELETE", "account"),
  /** Other music for one of the caller's mood entries. */
  RESHUFFLE("POST", "playlists/([^/]+)/reshuffle"),
  /** The end of all the caller's sessions, on every device. */
  SIGN_OUT("POST", "sign-out-everywhere");

  /** A Hosting rewrite keeps the whole path; a call of the function itself has less of it. */
  private static final String BEFORE = "(?:/api)?(?:/v1)?/";

  private final String method;
  private final Pattern path;

  Operation(String method, String path) {
    this.method = method;
    this.path = Pattern.compile(BEFORE + path);
  }

  /** The name used in settings and logs, such as {@code sign-out}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String method() {
    return method;
  }

  /** Matches a path; the first group, where there is one, names the entry. */
  Matcher match(String requested) {
    return path.matcher(requested);
  }
}
