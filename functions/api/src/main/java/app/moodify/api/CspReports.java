package app.moodify.api;

import app.moodify.http.InstanceRateLimit;
import app.moodify.http.Problem;
import app.moodify.telemetry.DetailedLine;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Takes what browsers report of violations of the page's Content-Security-Policy, and logs a line
 * for each kind of them. Whoever reports is not known and may report anything: no more is read,
 * counted or logged than is needed to find the fault, see {@link CspViolation}.
 */
final class CspReports {
  private static final Logger LOG = Logger.getLogger(CspReports.class.getName());

  /** W3C Reporting API: all that has gathered, whatever its type. */
  private static final String REPORTS = "application/reports+json";

  /** CSP Level 2, {@code report-uri}: one violation; what Firefox and Safari send. */
  private static final String CSP_REPORT = "application/csp-report";

  /** A report is about 2 kB, most of which is the policy. */
  private static final int MAX_BYTES = 64 * 1024;

  /** How many kinds are logged of one request. */
  private static final int MAX_KINDS = 10;

  private final InstanceRateLimit limit;

  CspReports(Clock clock) {
    this.limit = new InstanceRateLimit(Route.CSP_REPORT.limit(), clock);
  }

  /**
   * Logs what is reported, and answers 204.
   *
   * @throws Problem 400, 413 or 415 if it is no report, 429 if there were too many
   */
  void receive(HttpRequest request, HttpResponse response) throws IOException, Problem {
    limit.take();
    String type = mediaType(request);
    JsonElement body = parse(read(request));
    violations(type, body).distinct().limit(MAX_KINDS).forEach(CspReports::log);
    response.setStatusCode(204);
  }

  private static void log(CspViolation violation) {
    LOG.log(
        new DetailedLine(
            Level.INFO, violation.sentence(), CspReports.class, "violation", violation.details()));
  }

  private static String mediaType(HttpRequest request) throws Problem {
    String type =
        request.getContentType().orElse("").replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (!type.equals(REPORTS) && !type.equals(CSP_REPORT)) {
      throw new Problem(
          415, "unsupported_type", "Send a report as %s or %s.".formatted(REPORTS, CSP_REPORT));
    }
    return type;
  }

  private static String read(HttpRequest request) throws IOException, Problem {
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw new Problem(
          413, "too_many_bytes", "A report may have %d kB.".formatted(MAX_BYTES / 1024));
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static JsonElement parse(String body) throws Problem {
    try {
      return JsonParser.parseString(body);
    } catch (JsonParseException e) {
      Problem problem = malformed();
      problem.initCause(e);
      throw problem;
    }
  }

  private static Stream<CspViolation> violations(String type, JsonElement body) throws Problem {
    if (type.equals(CSP_REPORT)) {
      JsonObject report = field(body, "csp-report").orElseThrow(CspReports::malformed);
      return CspViolation.ofCspReport(report).stream();
    }
    if (!(body instanceof JsonArray reports)) {
      throw malformed();
    }
    return StreamSupport.stream(reports.spliterator(), false)
        .filter(CspReports::isViolation)
        .flatMap(report -> field(report, "body").stream())
        .flatMap(report -> CspViolation.ofReportBody(report).stream());
  }

  /** Browsers may report other things to the same address, such as what is deprecated. */
  private static boolean isViolation(JsonElement report) {
    return report instanceof JsonObject fields
        && CspViolation.text(fields, "type").equals("csp-violation");
  }

  private static Optional<JsonObject> field(JsonElement element, String name) {
    return element instanceof JsonObject fields && fields.get(name) instanceof JsonObject field
        ? Optional.of(field)
        : Optional.empty();
  }

  private static Problem malformed() {
    return new Problem(
        400,
        "malformed_report",
        "The body is to be JSON as browsers send it: a list of reports, or one csp-report.");
  }
}
