package app.moodify.music.catalogue;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.CatalogueCache;
import app.moodify.core.music.CatalogueCache.CachedResponse;
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
 * A catalogue on the network behind a cache, which coalesces requests: a response is fresh for
 * twelve hours ({@link #TTL}), and serves for seven days while the catalogue fails ({@link
 * #STALE_IF_ERROR}). All instances share the cache; each holds what it has seen in memory, too.
 * Thread-safe.
 */
public final class CachedCatalogue implements Catalogue {
  static final Duration TTL = Duration.ofHours(12);
  static final Duration STALE_IF_ERROR = Duration.ofDays(7);

  /** Leaves time of {@link Catalogues#BUDGET} to fall back on a stale response. */
  private static final Duration TIMEOUT = Duration.ofMillis(3600);

  private static final Logger LOG = Logger.getLogger(CachedCatalogue.class.getName());

  private final RemoteCatalogue catalogue;
  private final CatalogueCache cache;
  private final Clock clock;
  private final Duration timeout;
  private final Map<String, CachedResponse> inMemory = new ConcurrentHashMap<>();

  /** Requests in flight: equal ones are coalesced into one, and share its outcome. */
  private final Map<String, CompletableFuture<List<Track>>> inFlight = new ConcurrentHashMap<>();

  /** Adds a cache, retries and a circuit breaker to a catalogue. */
  public CachedCatalogue(RemoteCatalogue catalogue, CatalogueCache cache, Clock clock) {
    this(new ResilientCatalogue(catalogue, clock), cache, clock, TIMEOUT);
  }

  CachedCatalogue(RemoteCatalogue catalogue, CatalogueCache cache, Clock clock, Duration timeout) {
    this.catalogue = catalogue;
    this.cache = cache;
    this.clock = clock;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return catalogue.name();
  }

  @Override
  public List<Track> find(Query query) throws IOException {
    String key = catalogue.key() + "-" + query.region().key();
    Optional<CachedResponse> fresh = Optional.ofNullable(inMemory.get(key)).filter(this::isFresh);
    if (fresh.isPresent()) {
      recordLookup(true);
      return fresh.get().tracks();
    }
    CompletableFuture<List<Track>> mine = new CompletableFuture<>();
    CompletableFuture<List<Track>> first = inFlight.putIfAbsent(key, mine);
    if (first != null) {
      // A hit: the catalogue is asked once, and whoever asked first has recorded that.
      recordLookup(true);
      return join(first);
    }
    try {
      mine.complete(lookUpOrAsk(key, query.region()));
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

  private static List<Track> join(CompletableFuture<List<Track>> response) throws IOException {
    try {
      return response.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CatalogueException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private List<Track> lookUpOrAsk(String key, MusicRegion region) throws CatalogueException {
    long end = System.nanoTime() + timeout.toNanos();
    Optional<CachedResponse> cached = lookUp(key);
    boolean isFresh = cached.filter(this::isFresh).isPresent();
    recordLookup(isFresh);
    if (isFresh) {
      return cached.get().tracks();
    }
    try {
      List<Track> tracks = catalogue.ask(region, Duration.ofNanos(end - System.nanoTime()));
      if (!tracks.isEmpty()) {
        store(key, new CachedResponse(tracks, clock.instant()));
      }
      return tracks;
    } catch (CatalogueException e) {
      if (cached.filter(response -> isYoungerThan(STALE_IF_ERROR, response)).isEmpty()) {
        throw e;
      }
      LOG.info(e.getMessage() + ". The response of " + cached.get().fetchedAt() + " is used.");
      return cached.get().tracks();
    }
  }

  /** Without the shared cache, the catalogue can still be asked. */
  private Optional<CachedResponse> lookUp(String key) {
    try {
      Instant known =
          Optional.ofNullable(inMemory.get(key))
              .map(CachedResponse::fetchedAt)
              .orElse(Instant.EPOCH);
      cache.find(key, known).ifPresent(response -> inMemory.put(key, response));
    } catch (ServiceUnavailableException e) {
      LOG.warning("Earlier responses of " + name() + " cannot be read: " + e.getMessage());
    }
    return Optional.ofNullable(inMemory.get(key));
  }

  private void store(String key, CachedResponse response) {
    inMemory.put(key, response);
    cache.store(key, response, response.fetchedAt().plus(STALE_IF_ERROR));
  }

  private boolean isFresh(CachedResponse response) {
    return isYoungerThan(TTL, response);
  }

  /** A response from the future, by another instance's clock, is fresh. */
  private boolean isYoungerThan(Duration age, CachedResponse response) {
    return response.fetchedAt().isAfter(clock.instant().minus(age));
  }
}
