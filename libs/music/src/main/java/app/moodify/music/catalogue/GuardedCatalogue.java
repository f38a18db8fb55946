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
 * A catalogue with timeout, and with an end to it: what passes is tried once more, and a catalogue
 * that keeps failing is left alone for a while. Thread-safe.
 */
final class GuardedCatalogue implements RemoteCatalogue {
  private static final Logger LOG = Logger.getLogger(GuardedCatalogue.class.getName());

  private static final int ATTEMPTS = 2;
  private static final Duration BEFORE_RETRY = Duration.ofMillis(200);
  private static final double JITTER = 0.5;

  /** After half of at least three questions failed, half a minute of peace, then a longer one. */
  private static final int LEAST_CALLS = 3;

  private static final int WINDOW = 6;
  private static final float FAILURE_PERCENT = 50;
  private static final Duration OPEN_DURATION = Duration.ofSeconds(30);
  private static final Duration MAX_OPEN_DURATION = Duration.ofMinutes(10);
  private static final double BACKOFF_MULTIPLIER = 2;

  /** Where the catalogue does not say how long to wait, and the most that is believed. */
  private static final Duration QUOTA_WAIT = Duration.ofMinutes(1);

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** A refusal ends only when somebody acts; then a new instance is started anyway. */
  private static final Duration REFUSAL_WAIT = Duration.ofMinutes(15);

  private final RemoteCatalogue catalogue;
  private final CircuitBreaker breaker;
  private final Retry retry;

  GuardedCatalogue(RemoteCatalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.breaker =
        CircuitBreaker.of(
            catalogue.name(),
            CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(LEAST_CALLS)
                .failureRateThreshold(FAILURE_PERCENT)
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
                .intervalFunction(IntervalFunction.ofRandomized(BEFORE_RETRY, JITTER))
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
  public List<Track> ask(MusicRegion region, Duration limit) throws CatalogueException {
    long end = System.nanoTime() + limit.toNanos();
    Callable<List<Track>> attempt = () -> catalogue.ask(region, until(end));
    try {
      return breaker.executeCallable(Retry.decorateCallable(retry, attempt));
    } catch (CallNotPermittedException e) {
      throw new CatalogueException(
          Kind.UNREACHABLE, name() + " is left alone for a while: it kept failing");
    } catch (CatalogueException e) {
      applyRetryAfter(e);
      throw e;
    } catch (Exception e) {
      // Nothing else is declared; a fault in reading an answer must not cost the playlist.
      throw new CatalogueException(Kind.MALFORMED, name() + ": an unforeseen answer", e);
    }
  }

  private Duration until(long end) throws CatalogueException {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.isNegative() || left.isZero()) {
      throw new CatalogueException(Kind.UNREACHABLE, name() + " did not answer in time");
    }
    return left;
  }

  private void applyRetryAfter(CatalogueException e) {
    if (e.kind() == Kind.QUOTA) {
      Duration wait = e.waitFor().orElse(QUOTA_WAIT);
      breaker.transitionToOpenStateFor(
          wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.plusSeconds(1));
    } else if (e.kind() == Kind.REFUSED) {
      LOG.severe(e.getMessage() + ". It is not asked until this is settled.");
      breaker.transitionToOpenStateFor(REFUSAL_WAIT);
    } else if (e.kind() == Kind.BAD_REQUEST) {
      LOG.severe(e.getMessage() + ". This is a fault of Moodify: please report it.");
    }
  }

  private static boolean is(Throwable thrown, Kind kind) {
    return thrown instanceof CatalogueException e && e.kind() == kind;
  }
}
