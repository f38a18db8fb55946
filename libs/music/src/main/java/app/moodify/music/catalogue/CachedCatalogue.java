package app.moodify.music.catalogue;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.CatalogueCache;
import app.moodify.core.music.CatalogueCache.Answer;
import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Track;
import app.moodify.telemetry.Operation;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * A catalogue on the network that remembers: an answer is good for twelve hours, and for seven days
 * where the catalogue does not give a new one. What it remembers is shared by all instances; each
 * keeps what it has seen at hand. Thread-safe.
 */
public final class CachedCatalogue implements Catalogue {
  static final Duration TTL = Duration.ofHours(12);
  static final Duration STALE_IF_ERROR = Duration.ofDays(7);

  /** Leaves time of {@link Catalogues#BUDGET} to fall back on an older answer. */
  private static final Duration LIMIT = Duration.ofMillis(3600);

  private static final Logger LOG = Logger.getLogger(CachedCatalogue.class.getName());

  private final RemoteCatalogue catalogue;
  private final CatalogueCache cache;
  private final Clock clock;
  private final Duration limit;
  private final Map<String, Answer> atHand = new ConcurrentHashMap<>();

  /** Questions under way: many who ask the same at once make one request, and share its fate. */
  private final Map<String, CompletableFuture<List<Track>>> inFlight = new ConcurrentHashMap<>();

  /** Takes a catalogue as it is; retries and a circuit breaker come with this. */
  public CachedCatalogue(RemoteCatalogue catalogue, CatalogueCache cache, Clock clock) {
    this(new GuardedCatalogue(catalogue, clock), cache, clock, LIMIT);
  }

  CachedCatalogue(RemoteCatalogue catalogue, CatalogueCache cache, Clock clock, Duration limit) {
    this.catalogue = catalogue;
    this.cache = cache;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public String name() {
    return catalogue.name();
  }

  @Override
  public List<Track> find(Query query) throws IOException {
    String key = catalogue.key() + "-" + query.region().key();
    Optional<Answer> near = Optional.ofNullable(atHand.get(key)).filter(this::isFresh);
    if (near.isPresent()) {
      recordLookup(true);
      return near.get().tracks();
    }
    CompletableFuture<List<Track>> mine = new CompletableFuture<>();
    CompletableFuture<List<Track>> first = inFlight.putIfAbsent(key, mine);
    if (first != null) {
      // Whoever asked first has told of it; nobody asks the catalogue for this one.
      recordLookup(true);
      return join(first);
    }
    try {
      mine.complete(recallOrAsk(key, query.region()));
    } catch (CatalogueException | RuntimeException e) {
      mine.completeExceptionally(e);
    } finally {
      inFlight.remove(key, mine);
    }
    return join(mine);
  }

  private void recordLookup(boolean isHit) {
    Operation.current().lookedUp(TelemetryName.of(name()), isHit);
  }

  private static List<Track> join(CompletableFuture<List<Track>> answer) throws IOException {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CatalogueException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private List<Track> recallOrAsk(String key, MusicRegion region) throws CatalogueException {
    long end = System.nanoTime() + limit.toNanos();
    Optional<Answer> kept = recall(key);
    boolean isFresh = kept.filter(this::isFresh).isPresent();
    recordLookup(isFresh);
    if (isFresh) {
      return kept.get().tracks();
    }
    try {
      List<Track> tracks = catalogue.ask(region, Duration.ofNanos(end - System.nanoTime()));
      if (!tracks.isEmpty()) {
        remember(key, new Answer(tracks, clock.instant()));
      }
      return tracks;
    } catch (CatalogueException e) {
      if (kept.filter(answer -> isYounger(answer, STALE_IF_ERROR)).isEmpty()) {
        throw e;
      }
      LOG.info(e.getMessage() + ". The answer of " + kept.get().fetchedAt() + " is used.");
      return kept.get().tracks();
    }
  }

  /** Without the store there is only no memory: the catalogue can still be asked. */
  private Optional<Answer> recall(String key) {
    try {
      Instant known =
          Optional.ofNullable(atHand.get(key)).map(Answer::fetchedAt).orElse(Instant.EPOCH);
      cache.find(key, known).ifPresent(answer -> atHand.put(key, answer));
    } catch (ServiceUnavailableException e) {
      LOG.warning("What " + name() + " answered before is not known: " + e.getMessage());
    }
    return Optional.ofNullable(atHand.get(key));
  }

  private void remember(String key, Answer answer) {
    atHand.put(key, answer);
    cache.store(key, answer, answer.fetchedAt().plus(STALE_IF_ERROR));
  }

  private boolean isFresh(Answer answer) {
    return isYounger(answer, TTL);
  }

  /** An answer from the future, by another instance's clock, is young. */
  private boolean isYounger(Answer answer, Duration age) {
    Instant oldest = clock.instant().minus(age);
    return answer.fetchedAt().isAfter(oldest);
  }
}
