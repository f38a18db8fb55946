package app.moodify.detect;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.WarmUp;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.person.IdTokenVerifier;
import app.moodify.core.person.InvalidTokenException;
import app.moodify.core.person.ProfileStore;
import app.moodify.core.person.RateLimit;
import app.moodify.core.person.SignIn;
import app.moodify.core.photo.AnalyzerBusyException;
import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.UnreadablePhotoException;
import app.moodify.http.Guard;
import app.moodify.http.HttpResponder;
import app.moodify.http.Origins;
import app.moodify.http.Problem;
import app.moodify.telemetry.Operation;
import app.moodify.telemetry.Telemetry;
import app.moodify.vision.AnalysisJson;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Analyzes a photo for a program: {@code POST /api/v1/analyses} with a Firebase ID token as bearer
 * token and the photo as the body, up to 10 MB. Answers with the analysis as JSON, and with RFC
 * 9457 problem details for every error. Stores nothing.
 */
public final class Analyze implements HttpFunction {
  private static final Logger LOG = Logger.getLogger(Analyze.class.getName());

  /** How many analyses a person may ask for. */
  private static final RateLimit LIMIT = new RateLimit("analyses", 60, Duration.ofMinutes(1));

  private final PhotoAnalyzer analyzer;
  private final Guard guard;
  private final ProfileStore profiles;
  private final Origins origins;
  private final HttpResponder responder;

  /** Used by the functions framework. Takes its settings from the environment. */
  public Analyze() {
    this(Telemetry.start("analyze"), Settings.fromEnvironment());
  }

  private Analyze(Telemetry telemetry, Settings settings) {
    this(telemetry, new Cloud(settings), new Origins(settings.pageOrigins()));
  }

  private Analyze(Telemetry telemetry, Cloud cloud, Origins origins) {
    this(telemetry, guard(cloud), cloud.profiles(), origins, Natives::load);
  }

  Analyze(Guard guard, ProfileStore profiles, Origins origins, Supplier<PhotoAnalyzer> natives) {
    this(Telemetry.silent(), guard, profiles, origins, natives);
  }

  private Analyze(
      Telemetry telemetry,
      Guard guard,
      ProfileStore profiles,
      Origins origins,
      Supplier<PhotoAnalyzer> natives) {
    this.guard = guard;
    this.profiles = profiles;
    this.origins = origins;
    this.responder = new HttpResponder(LOG, origins, telemetry);
    this.analyzer = new ObservedAnalyzer(natives.get());
  }

  @Override
  public void service(HttpRequest request, HttpResponse response) throws IOException {
    responder.give(request, response, this::answer);
  }

  private void answer(HttpRequest request, HttpResponse response) throws IOException, Problem {
    AnalysisRequest.requirePath(request);
    if (Origins.isPreflight(request)) {
      origins.preflight(request, response, List.of("POST"));
      return;
    }
    AnalysisRequest.requirePost(request);
    Operation operation = Operation.current();
    SignIn caller = operation.step("admit", () -> guard.admit(request, LIMIT));
    if (!operation.step("read_profile", () -> profiles.photoChoices(caller.uid()).consents())) {
      throw PhotoProblems.noConsent();
    }
    byte[] photo = operation.step("read_photo", () -> AnalysisRequest.photo(request));
    PhotoAnalysis analysis = analyze(photo, caller.uid());
    LOG.info("Analysis: %s, %.0f ms".formatted(analysis.status().key(), analysis.times().total()));
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write(AnalysisJson.of(null, analysis).getBytes(StandardCharsets.UTF_8));
  }

  /** Opens connections while the natives load. */
  private static Guard guard(Cloud cloud) {
    IdTokenVerifier tokens = cloud.unrevokedIdTokens();
    WarmUp.inBackground("Firebase Authentication", () -> isValid(tokens, "warm-up"));
    WarmUp.inBackground("Firestore", () -> cloud.upkeep().progress("warm-up"));
    return new Guard(cloud.appVerifier(), tokens, cloud.rateLimiter());
  }

  private static boolean isValid(IdTokenVerifier tokens, String token) {
    try {
      return !tokens.verify(token).uid().isEmpty();
    } catch (InvalidTokenException expected) {
      return false;
    }
  }

  private PhotoAnalysis analyze(byte[] photo, String uid) throws Problem {
    try {
      return analyzer.analyze(photo, uid);
    } catch (UnreadablePhotoException e) {
      throw PhotoProblems.of(e.fault());
    } catch (AnalyzerBusyException e) {
      LOG.log(Level.WARNING, "A photo found no place", e);
      throw PhotoProblems.busy();
    }
  }
}
