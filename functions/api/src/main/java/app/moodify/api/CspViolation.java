package app.moodify.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of violation of the page's policy: what is needed to find its cause, and nothing of the
 * person whose browser reports it. Each part is one of known words or of a known form, since
 * anybody can report anything; what is not is {@value #OTHER}. The address of the page, its query,
 * samples of the script and the browser's name are not read.
 *
 * @param directive such as {@code script-src-elem}
 * @param blocked a keyword such as {@code inline}, a scheme such as {@code data}, or scheme and
 *     host
 * @param source the path of the script's file, or the first part of the page's path
 * @param line in that file; 0 if it is not known
 * @param disposition {@code enforce}, or {@code report} if nothing was blocked
 */
record CspViolation(String directive, String blocked, String source, int line, String disposition) {
  private static final String OTHER = "other";

  /** CSP Level 3 and Trusted Types; what a metric counts by has to be a short list. */
  private static final Set<String> DIRECTIVES =
      Set.of(
          "base-uri",
          "child-src",
          "connect-src",
          "default-src",
          "font-src",
          "form-action",
          "frame-ancestors",
          "frame-src",
          "img-src",
          "manifest-src",
          "media-src",
          "object-src",
          "require-trusted-types-for",
          "script-src",
          "script-src-attr",
          "script-src-elem",
          "style-src",
          "style-src-attr",
          "style-src-elem",
          "trusted-types",
          "worker-src");

  /** What stands in place of an address: keywords, and schemes of what has no host. */
  private static final Set<String> WITHOUT_HOST =
      Set.of(
          "about",
          "blob",
          "data",
          "eval",
          "filesystem",
          "inline",
          "self",
          "trusted-types-policy",
          "trusted-types-sink",
          "wasm-eval");

  private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,100}");

  /** What a person has installed is no fault of the page, and would tell who they are. */
  private static final Pattern EXTENSION = Pattern.compile("(?i)[a-z-]+-extension(:.*)?");

  private static final Pattern FILE = Pattern.compile("(?:/[\\w.-]{1,80}){1,6}\\.m?js");

  /** The rest of a page's path may name an entry. */
  private static final Pattern FIRST_PART = Pattern.compile("(/[a-z]{0,20})(?:/.*)?");

  /** Reads what {@code report-uri} sends; nothing if an extension is the cause. */
  static Optional<CspViolation> ofCspReport(JsonObject report) {
    String directive = text(report, "effective-directive");
    return of(
        report,
        directive.isEmpty() ? text(report, "violated-directive").replaceAll(" .*", "") : directive,
        text(report, "blocked-uri"),
        text(report, "source-file"),
        "line-number");
  }

  /** Reads the body of a report of the Reporting API; nothing if an extension is the cause. */
  static Optional<CspViolation> ofReportBody(JsonObject report) {
    return of(
        report,
        text(report, "effectiveDirective"),
        text(report, "blockedURL"),
        text(report, "sourceFile"),
        "lineNumber");
  }

  private static Optional<CspViolation> of(
      JsonObject report, String directive, String blocked, String source, String line) {
    if (EXTENSION.matcher(blocked).matches() || EXTENSION.matcher(source).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new CspViolation(
            DIRECTIVES.contains(directive) ? directive : OTHER,
            blockedOrigin(blocked),
            path(source),
            lineNumber(report.get(line)),
            text(report, "disposition").equals("report") ? "report" : "enforce"));
  }

  private static String blockedOrigin(String blocked) {
    String scheme = blocked.replaceAll("(?s):.*", "").toLowerCase(Locale.ROOT);
    if (WITHOUT_HOST.contains(scheme)) {
      return scheme;
    }
    return address(blocked)
        .filter(url -> Set.of("http", "https", "ws", "wss").contains(scheme))
        .flatMap(url -> Optional.ofNullable(url.getHost()))
        .map(host -> host.toLowerCase(Locale.ROOT))
        .filter(host -> HOST.matcher(host).matches())
        .map(host -> scheme + "://" + host)
        .orElse(OTHER);
  }

  private static String path(String source) {
    String path = address(source).map(URI::getRawPath).orElse("");
    if (FILE.matcher(path).matches()) {
      return path;
    }
    Matcher page = FIRST_PART.matcher(path);
    return page.matches() ? page.group(1) : OTHER;
  }

  /** Fragment and query may hold anything, so also what is no address. */
  private static Optional<URI> address(String text) {
    try {
      return Optional.of(new URI(text.replaceAll("(?s)[?#].*", "")));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static int lineNumber(JsonElement line) {
    return line instanceof JsonPrimitive number
            && number.isNumber()
            && number.getAsString().matches("\\d{1,8}")
        ? number.getAsInt()
        : 0;
  }

  /** Returns a field's text, or nothing in it. */
  static String text(JsonObject report, String name) {
    return report.get(name) instanceof JsonPrimitive text && text.isString()
        ? text.getAsString()
        : "";
  }

  /** Returns it for people. */
  String sentence() {
    return "CSP violation: %s, blocked %s, at %s:%d (%s)"
        .formatted(directive, blocked, source, line, disposition);
  }

  /** Returns it for metrics. */
  Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("directive", directive);
    details.put("blocked", blocked);
    details.put("source", source);
    details.put("line", Integer.toString(line));
    details.put("disposition", disposition);
    return details;
  }
}
