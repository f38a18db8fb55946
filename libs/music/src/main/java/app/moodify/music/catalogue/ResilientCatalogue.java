package app.moodify.music.catalogue;

import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Track;
import app.moodify.music.catalogue.CatalogueException.Kind;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Logger;

/**
 * A catalogue with one retry for transient failures, and a circuit breaker that opens while the
 * catalogue keeps failing or asks for a pause ({@code Retry-After}). Thread-safe.
 */
final class ResilientCatalogue implements RemoteCatalogue {
  private static final Logger LOG = Logger.getLogger(ResilientCatalogue.class.getName());

  private static final int ATTEMPTS = 2;
  private static final Duration RETRY_BACKOFF = Duration.ofMillis(200);
  private static final double RETRY_JITTER = 0.5;

  /** Opens when half of three to six calls failed; then for twice as long each time. */
  private static final int MIN_CALLS = 3;

  private static final int MAX_CALLS = 6;
  private static final float FAILURE_RATE_PERCENT = 50;
  private static final Duration OPEN_DURATION = Duration.ofSeconds(30);
  private static final Duration MAX_OPEN_DURATION = Duration.ofMinutes(10);
  private static final double BACKOFF_MULTIPLIER = 2;

  /** Where a quota comes without a {@code Retry-After}, and the longest one that is obeyed. */
  private static final Duration DEFAULT_RETRY_AFTER = Duration.ofMinutes(1);

  private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

  /** A refusal ends only when somebody acts; then a new instance is started anyway. */
  private static final Duration REFUSED_OPEN_DURATION = Duration.ofMinutes(15);

  private final RemoteCatalogue catalogue;
  private final CircuitBreaker breaker;
  private final Retry retry;

  ResilientCatalogue(RemoteCatalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.breaker =
        CircuitBreaker.of(
            catalogue.name(),
            CircuitBreakerConfig.custom()
                .slidingWindowSize(MAX_CALLS)
                .minimumNumberOfCalls(MIN_CALLS)
                .failureRateThreshold(FAILURE_RATE_PERCENT)
                .waitIntervalFunctionInOpenState(
                    IntervalFunction.ofExponentialBackoff(
                        OPEN_DURATION, BACKOFF_MULTIPLIER, MAX_OPEN_DURATION))
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(OPEN_DURATION)
                .ignoreException(thrown -> is(thrown, Kind.BAD_REQUEST))
                .clock(clock)
                .build());
    this.retry =
        Retry.of(
            catalogue.name(),
            RetryConfig.custom()
                .maxAttempts(ATTEMPTS)
                .intervalFunction(IntervalFunction.ofRandomized(RETRY_BACKOFF, RETRY_JITTER))
                .retryOnException(thrown -> is(thrown, Kind.UNREACHABLE))
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event ->
                LOG.info(
                    catalogue.name() + ": circuit " + event.getStateTransition().getToState()));
  }

  @Override
  public String name() {
    return catalogue.name();
  }

  @Override
  public String key() {
    return catalogue.key();
  }

  @Override
  public List<Track> ask(MusicRegion region, Duration timeout) throws CatalogueException {
    long end = System.nanoTime() + timeout.toNanos();
    Callable<List<Track>> attempt = () -> catalogue.ask(region, timeLeft(end));
    try {
      return breaker.executeCallable(Retry.decorateCallable(retry, attempt));
    } catch (CallNotPermittedException e) {
      throw new CatalogueException(
          Kind.UNREACHABLE, name() + " is not asked: its circuit breaker is open");
    } catch (CatalogueException e) {
      applyRetryAfter(e);
      throw e;
    } catch (Exception e) {
      // Nothing else is declared; a fault in reading a response must not cost the playlist.
      throw new CatalogueException(Kind.MALFORMED, name() + ": an unforeseen response", e);
    }
  }

  private Duration timeLeft(long end) throws CatalogueException {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.isNegative() || left.isZero()) {
      throw new CatalogueException(Kind.UNREACHABLE, name() + " did not answer in time");
    }
    return left;
  }

  private void applyRetryAfter(CatalogueException e) {
    if (e.kind() == Kind.QUOTA) {
      Duration retryAfter = e.retryAfter().orElse(DEFAULT_RETRY_AFTER);
      breaker.transitionToOpenStateFor(
          retryAfter.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : retryAfter.plusSeconds(1));
    } else if (e.kind() == Kind.REFUSED) {
      LOG.severe(e.getMessage() + ". It is not asked until this is settled.");
      breaker.transitionToOpenStateFor(REFUSED_OPEN_DURATION);
    } else if (e.kind() == Kind.BAD_REQUEST) {
      LOG.severe(e.getMessage() + ". This is a fault of Moodify: please report it.");
    }
  }

  private static boolean is(Throwable thrown, Kind kind) {
    return thrown instanceof CatalogueException e && e.kind() == kind;
  }
}
