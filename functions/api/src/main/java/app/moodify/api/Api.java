package app.moodify.api;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.WarmUp;
import app.moodify.cloud.client.Settings;
import app.moodify.core.person.SignIn;
import app.moodify.http.Guard;
import app.moodify.http.HttpResponder;
import app.moodify.http.Origins;
import app.moodify.http.Problem;
import app.moodify.telemetry.Operation;
import app.moodify.telemetry.Telemetry;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.logging.Logger;

/**
 * What a person may ask for themselves, under {@code /api/v1} with a Firebase ID token as bearer
 * token: {@code GET export}, {@code DELETE account}, {@code POST playlists/{moodId}/reshuffle},
 * {@code POST consents}, {@code GET security-events}, {@code POST sign-out-everywhere}. And what
 * browsers report without any: {@code POST csp-reports}. Answers with RFC 9457 problem details for
 * every error.
 */
public final class Api implements HttpFunction {
  private static final Logger LOG = Logger.getLogger(Api.class.getName());

  private final Guard guard;
  private final Origins origins;
  private final HttpResponder answers;
  private final RouteHandlers handlers;
  private final CspReports cspReports;

  /** Used by the functions framework. Takes its settings from the environment. */
  public Api() {
    this(Telemetry.start("api"), Settings.fromEnvironment());
  }

  private Api(Telemetry telemetry, Settings settings) {
    this(new Cloud(settings), new Origins(settings.pageOrigins()), telemetry);
    WarmUp.inBackground("Firestore", handlers::warmUp);
  }

  private Api(Cloud cloud, Origins origins, Telemetry telemetry) {
    this(
        telemetry,
        new Guard(cloud.appVerifier(), cloud.unrevokedIdTokens(), cloud.rateLimiter()),
        origins,
        RouteHandlers.of(cloud, Clock.systemUTC()),
        new CspReports(Clock.systemUTC()));
  }

  Api(
      Telemetry telemetry,
      Guard guard,
      Origins origins,
      RouteHandlers handlers,
      CspReports cspReports) {
    this.guard = guard;
    this.origins = origins;
    this.answers = new HttpResponder(LOG, origins, telemetry);
    this.handlers = handlers;
    this.cspReports = cspReports;
  }

  @Override
  public void service(HttpRequest request, HttpResponse response) throws IOException {
    answers.give(request, response, this::answer);
  }

  private void answer(HttpRequest request, HttpResponse response) throws IOException, Problem {
    Call call = Call.of(request);
    if (Origins.isPreflight(request)) {
      origins.preflight(request, response, List.of(call.route().method()));
      return;
    }
    call.requireMethod(request);
    Operation operation = Operation.current();
    operation.label("operation", call.route().key());
    if (call.route() == Route.CSP_REPORT) {
      cspReports.receive(request, response);
      return;
    }
    call.moodId().ifPresent(operation::about);
    SignIn caller = operation.step("admit", () -> guard.admit(request, call.route().limit()));
    handlers.run(call, caller, request, response);
  }
}
