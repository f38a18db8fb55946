package app.moodify.http;

import app.moodify.core.person.AppVerifier;
import app.moodify.core.person.ContentionException;
import app.moodify.core.person.IdTokenVerifier;
import app.moodify.core.person.InvalidTokenException;
import app.moodify.core.person.RateLimit;
import app.moodify.core.person.RateLimiter;
import app.moodify.core.person.SignIn;
import com.google.cloud.functions.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Who may in: Moodify's own page where App Check is asked for, then a person with a good token, and
 * that not too often.
 *
 * @param app verifies pages; empty if any program may call
 * @param tokens verifies people
 * @param limiter counts their calls
 */
public record Guard(Optional<AppVerifier> app, IdTokenVerifier tokens, RateLimiter limiter) {
  private static final Duration CONTENDED = Duration.ofSeconds(1);

  /**
   * Lets a caller in.
   *
   * @throws Problem 401 if it is nobody, 429 if it is too often
   */
  public SignIn admit(HttpRequest request, RateLimit limit) throws Problem {
    if (app.isPresent()) {
      verifyApp(app.get(), request);
    }
    SignIn caller = BearerToken.verify(request, tokens);
    Optional<Duration> wait = wait(caller, limit);
    if (wait.isPresent()) {
      throw Problem.tooManyRequests(wait.get());
    }
    return caller;
  }

  private Optional<Duration> wait(SignIn caller, RateLimit limit) {
    try {
      return limiter.take(caller.uid(), limit);
    } catch (ContentionException e) {
      // So many calls at once that they could not be counted.
      return Optional.of(CONTENDED);
    }
  }

  private static void verifyApp(AppVerifier app, HttpRequest request) throws Problem {
    try {
      app.verify(request.getFirstHeader("X-Firebase-AppCheck").orElse(""));
    } catch (InvalidTokenException e) {
      throw new Problem(
          401, "app_check_failed", "Only Moodify's own page may call. Load it anew and try again.");
    }
  }
}
