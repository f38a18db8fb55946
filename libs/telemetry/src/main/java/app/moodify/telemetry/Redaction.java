package app.moodify.telemetry;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes personal data and secrets out of a text. Nothing of the kind is written on purpose; this is
 * for the words of others: the messages of exceptions quote paths, addresses and what was sent.
 */
final class Redaction {
  private static final List<Rule> RULES =
      List.of(
          rule("(?i)\\b(bearer|basic)\\s+[\\w.~+/=-]{6,}", "$1 [secret]"),
          // A JSON Web Token begins with {" in Base64; then Google's tokens and keys.
          rule("\\beyJ[\\w-]{6,}(\\.[\\w-]*){0,2}", "[secret]"),
          rule("\\b(ya29\\.|1//|AIza|GOCSPX-)[\\w.-]{10,}", "[secret]"),
          rule("[\\w.%+-]+(@|%40)([\\w-]+\\.)+[A-Za-z]{2,}", "[e-mail]"),
          rule("\\b(https?://[^\\s?\"'<>]+)\\?[^\\s\"'<>]*", "$1?[query]"),
          // Where a person's id stands in the names of documents and objects.
          rule(
              "\\b(users|kept|photos|pictures|exports|rateLimits|revocations|erasures|orphans)"
                  + "(/|%2F)[^\\s/\"'%?,;)\\]}]+",
              "$1$2[person]"),
          rule("\\b(?!127\\.)\\d{1,3}(\\.\\d{1,3}){3}\\b", "[address]"),
          rule("(?i)(?<![\\w:.])[0-9a-f]{1,4}(:[0-9a-f]{0,4}){3,7}(?![\\w:])", "[address]"),
          rule("[A-Za-z0-9+/_=-]{200,}", "[data]"));

  private Redaction() {}

  static String of(String text) {
    String left = text;
    for (Rule rule : RULES) {
      left = rule.what.matcher(left).replaceAll(rule.instead);
    }
    return left;
  }

  private static Rule rule(String what, String instead) {
    return new Rule(Pattern.compile(what), instead);
  }

  private record Rule(Pattern what, String instead) {}
}
