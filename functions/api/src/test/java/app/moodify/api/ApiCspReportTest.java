package app.moodify.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.testing.RecordingLog;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCspReportTest extends ApiInFramework {
  private static final String REPORTS = "application/reports+json";
  private static final String CSP_REPORT = "application/csp-report";

  /** As Chromium 150 sends it. */
  private static final String CHROMIUM =
      """
      [{"age":90,
        "body":{"blockedURL":"https://evil.example/a?mail=ada@example.org",
          "columnNumber":39,"disposition":"enforce",
          "documentURL":"https://moodify.example/history/8fJ2kQz0sX1vB7nM3cTe?secret=1",
          "effectiveDirective":"img-src","lineNumber":12,
          "originalPolicy":"default-src 'none'; report-to csp","referrer":"",
          "sourceFile":"https://moodify.example/assets/index-4NFEPWkC.js?secret=2",
          "sample":"ada@example.org","statusCode":200},
        "type":"csp-violation",
        "url":"https://moodify.example/history/8fJ2kQz0sX1vB7nM3cTe?secret=1",
        "user_agent":"Adas Browser"}]
      """;

  /** As browsers send it that know {@code report-uri} only. */
  private static final String FIREFOX =
      """
      {"csp-report":{"blocked-uri":"inline","column-number":1,"disposition":"enforce",
        "document-uri":"https://moodify.example/action?oobCode=secret",
        "effective-directive":"script-src-elem","line-number":1,
        "original-policy":"default-src 'none'","referrer":"","script-sample":"ada",
        "source-file":"https://moodify.example/action?oobCode=secret","status-code":200,
        "violated-directive":"script-src-elem"}}
      """;

  @AutoClose private final RecordingLog log = new RecordingLog();

  @Test
  void aReportOfTheReportingApiIsLoggedWithoutAnythingOfThePerson() {
    assertThat(report(REPORTS, CHROMIUM).statusCode()).isEqualTo(204);

    assertThat(violations())
        .containsExactly(
            "img-src, blocked https://evil.example, at /assets/index-4NFEPWkC.js:12 (enforce)");
    assertThat(String.join("\n", log.lines()))
        .doesNotContain("secret", "ada@", "Adas", "8fJ2kQz0sX1vB7nM3cTe");
  }

  @Test
  void soIsOneOfABrowserThatKnowsReportUriOnly() {
    assertThat(report(CSP_REPORT + "; charset=utf-8", FIREFOX).statusCode()).isEqualTo(204);

    assertThat(violations())
        .containsExactly("script-src-elem, blocked inline, at /action:1 (enforce)");
    assertThat(String.join("\n", log.lines())).doesNotContain("secret", "ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chrome-extension://abc/content.js    | https://moodify.example/
          https://evil.example                 | chrome-extension
          moz-extension://0d1c-4a/inject.js    | moz-extension://0d1c-4a/inject.js
          inline                               | moz-extension://0d1c-4a/inject.js
          safari-web-extension://12/x.js       | https://moodify.example/
          """)
  void whatABrowsersExtensionsDoIsNotLogged(String blocked, String source) {
    assertThat(report(REPORTS, list(violation("script-src", blocked, source))).statusCode())
        .isEqualTo(204);

    assertThat(violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          script-src | eval                                | https://m.example/a.js  | script-src, blocked eval, at /a.js:7 (enforce)
          img-src    | data:image/png;base64,AAAA          | https://m.example/      | img-src, blocked data, at /:7 (enforce)
          img-src    | HTTPS://ada:pass@Evil.Example:81/b  | https://m.example/b/c   | img-src, blocked https://evil.example, at /b:7 (enforce)
          img-src    | javascript:alert(1)                 | https://m.example/%0A   | img-src, blocked other, at other:7 (enforce)
          no-such    | not an address                      | not an address          | other, blocked other, at other:7 (enforce)
          ''         | ''                                  | ''                      | other, blocked other, at other:7 (enforce)
          """)
  void eachPartIsAKnownWordOrOfAKnownForm(
      String directive, String blocked, String source, String expected) {
    report(REPORTS, list(violation(directive, blocked, source)));

    assertThat(violations()).containsExactly(expected);
  }

  @Test
  void noLineIsForged() {
    String forged = "x\n12:00:00.000 SEVERE app.moodify.api.Api: forged";
    JsonObject violation = violation(forged, "https://e.example/" + forged, "/a.js?" + forged);
    violation.getAsJsonObject("body").addProperty("disposition", forged);
    violation.getAsJsonObject("body").addProperty("lineNumber", forged);

    assertThat(report(REPORTS, list(violation)).statusCode()).isEqualTo(204);

    assertThat(violations()).hasSize(1);
    assertThat(String.join("", log.lines())).doesNotContain("forged");
  }

  @Test
  void aKindOfViolationIsLoggedOnceOfARequestAndNoMoreThanTenKinds() {
    JsonArray reports = new JsonArray();
    for (int report = 0; report < 60; report++) {
      reports.add(violation("img-src", "https://h%d.example".formatted(report / 3), "/a.js"));
    }

    report(REPORTS, reports.toString());

    assertThat(violations()).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void reportsOfOtherThingsAreTakenAndForgotten() {
    String others =
        "[{\"type\": \"deprecation\", \"body\": {\"id\": \"x\"}}, 7, null, {\"type\": 1}, {}]";

    assertThat(report(REPORTS, others).statusCode()).isEqualTo(204);
    assertThat(violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          application/reports+json | {}                  | 400 | malformed_report
          application/reports+json | [                   | 400 | malformed_report
          application/csp-report   | []                  | 400 | malformed_report
          application/csp-report   | {"csp-report": 1}   | 400 | malformed_report
          application/json         | []                  | 415 | unsupported_type
          text/plain               | []                  | 415 | unsupported_type
          """)
  void whatIsNoReportIsRefused(String type, String body, int status, String code) {
    HttpResponse<String> answer = report(type, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).get("code").getAsString()).isEqualTo(code);
    assertThat(violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "["})
  void aBodyThatIsTooLargeIsRefusedAndOneThatIsDeepIsNoFault(String filling) {
    assertThat(report(REPORTS, filling.repeat(64 * 1024 + 1)).statusCode()).isEqualTo(413);
    assertThat(report(REPORTS, filling.repeat(64 * 1024)).statusCode()).isEqualTo(400);
  }

  @Test
  void anybodyMayReportAndAllTogetherNotMoreThanSixtyTimesAMinute() {
    for (int call = 0; call < 60; call++) {
      assertThat(report(REPORTS, "[]").statusCode()).isEqualTo(204);
    }

    HttpResponse<String> refused = report(REPORTS, CHROMIUM);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("retry-after")).contains("1");
    assertThat(violations()).isEmpty();

    clock().advance(Duration.ofSeconds(1));
    assertThat(report(REPORTS, "[]").statusCode()).isEqualTo(204);
    assertThat(report(REPORTS, "[]").statusCode()).isEqualTo(429);
  }

  /** Without a token, and without App Check's. */
  private HttpResponse<String> report(String type, String body) {
    return send(
        request("POST", "csp-reports")
            .method("POST", BodyPublishers.ofString(body))
            .setHeader("Authorization", "none")
            .setHeader("X-Firebase-AppCheck", "none")
            .setHeader("Content-Type", type));
  }

  private static JsonObject violation(String directive, String blocked, String source) {
    JsonObject body = new JsonObject();
    body.addProperty("effectiveDirective", directive);
    body.addProperty("blockedURL", blocked);
    body.addProperty("sourceFile", source);
    body.addProperty("lineNumber", 7);
    body.addProperty("disposition", "enforce");
    JsonObject report = new JsonObject();
    report.addProperty("type", "csp-violation");
    report.add("body", body);
    return report;
  }

  private static String list(JsonObject report) {
    JsonArray list = new JsonArray();
    list.add(report);
    return list.toString();
  }

  private List<String> violations() {
    String before = "CSP violation: ";
    return log.lines().stream()
        .flatMap(String::lines)
        .filter(line -> line.contains(before))
        .map(line -> line.substring(line.indexOf(before) + before.length()))
        .toList();
  }
}
