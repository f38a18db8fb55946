package app.moodify.detect;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.Settings;
import app.moodify.cloud.WarmUp;
import app.moodify.core.IdTokenVerifier;
import app.moodify.core.InvalidTokenException;
import app.moodify.core.PhotoAnalysis;
import app.moodify.core.PhotoAnalyzer;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.UnreadablePhotoException;
import app.moodify.vision.AnalysisJson;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  private final PhotoAnalyzer analyzer;
  private final IdTokenVerifier tokens;

  /** Used by the functions framework. Takes its settings from the environment. */
  public Analyze() {
    this(Natives::load, new Cloud(Settings.fromEnvironment()).idTokens());
  }

  private Analyze(Supplier<PhotoAnalyzer> natives, IdTokenVerifier tokens) {
    WarmUp.inBackground("Firebase Authentication", () -> isValid(tokens, "warm-up"));
    this.analyzer = natives.get();
    this.tokens = tokens;
  }

  Analyze(PhotoAnalyzer analyzer, IdTokenVerifier tokens) {
    this.analyzer = analyzer;
    this.tokens = tokens;
  }

  @Override
  public void service(HttpRequest request, HttpResponse response) throws IOException {
    try {
      AnalysisRequest.requirePost(request);
      String uid = uid(AnalysisRequest.token(request));
      PhotoAnalysis analysis = analyze(AnalysisRequest.photo(request));
      LOG.info(
          "Analysis for %s: %s, %.0f ms"
              .formatted(uid, analysis.status().key(), analysis.times().total()));
      response.setContentType("application/json");
      response.appendHeader("Cache-Control", "no-store");
      response
          .getOutputStream()
          .write(AnalysisJson.of(null, analysis).getBytes(StandardCharsets.UTF_8));
    } catch (Problem problem) {
      LOG.info("Analysis refused: " + problem.status() + " " + problem.code());
      problem.write(response);
      AnalysisRequest.discardRest(request);
    } catch (ServiceUnavailableException e) {
      LOG.log(Level.WARNING, "Analysis not possible for now", e);
      new Problem(503, "unavailable", "A service is out of reach. Please try again in a moment.")
          .with("Retry-After", "5")
          .write(response);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Analysis failed, and should not have", e);
      new Problem(500, "internal", "This should not have happened. Please try again later.")
          .write(response);
    }
  }

  private String uid(String token) throws Problem {
    try {
      return tokens.verify(token);
    } catch (InvalidTokenException e) {
      throw AnalysisRequest.invalidToken(e.getMessage() + ".");
    }
  }

  private static boolean isValid(IdTokenVerifier tokens, String token) {
    try {
      return !tokens.verify(token).isEmpty();
    } catch (InvalidTokenException expected) {
      return false;
    }
  }

  private PhotoAnalysis analyze(byte[] photo) throws Problem {
    try {
      return analyzer.analyze(photo);
    } catch (UnreadablePhotoException e) {
      throw PhotoProblems.of(e.fault());
    }
  }
}
