package app.moodify.music.audius;

import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Track;
import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.CatalogueException.Kind;
import app.moodify.music.catalogue.RemoteCatalogue;
import app.moodify.music.http.CatalogueHttp;
import app.moodify.music.http.JsonFields;
import app.moodify.music.text.WebLinks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Audius's {@code /v1/tracks}. Streamed under its API terms and Open Music License; artist and a
 * link to the track must be shown.
 */
public final class AudiusCatalogue implements RemoteCatalogue {
  /** The API's own host, and older ones to fall back on. */
  public static final List<HttpUrl> HOSTS =
      List.of(
          HttpUrl.get("https://api.audius.co/"),
          HttpUrl.get("https://discoveryprovider.audius.co/"),
          HttpUrl.get("https://discoveryprovider2.audius.co/"),
          HttpUrl.get("https://discoveryprovider3.audius.co/"));

  /** With fewer than a playlist's worth there is no choice, and a wider request follows. */
  private static final int ENOUGH = 15;

  private static final Duration DISCOVERY_TIMEOUT = Duration.ofSeconds(4);
  private static final Logger LOG = Logger.getLogger(AudiusCatalogue.class.getName());

  private final CatalogueHttp http;
  private final AudiusHosts hosts;
  private final AudiusKeys keys;
  private final AudiusTracks tracks;

  /**
   * Asks an API.
   *
   * @param configured {@link #HOSTS}, or stub servers for them
   */
  public AudiusCatalogue(
      CatalogueHttp http, List<HttpUrl> configured, AudiusKeys keys, InstantSource clock) {
    this(http, new AudiusHosts(configured, clock), keys);
  }

  AudiusCatalogue(CatalogueHttp http, AudiusHosts hosts, AudiusKeys keys) {
    this.http = http;
    this.hosts = hosts;
    this.keys = keys;
    this.tracks =
        new AudiusTracks(
            new WebLinks(hosts.all().stream().map(HttpUrl::host).collect(Collectors.toSet())));
  }

  @Override
  public String name() {
    return AudiusTracks.SOURCE;
  }

  @Override
  public String key() {
    return AudiusTracks.KEY;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Asks for less and less until there is enough: mood, tempo and genre, which few tracks have
   * all of; the mood alone; at last the trending tracks, of any mood.
   */
  @Override
  public List<Track> ask(MusicRegion region, Duration timeout) throws CatalogueException {
    long end = System.nanoTime() + timeout.toNanos();
    HttpUrl host = hosts.next();
    Map<String, Track> found = new LinkedHashMap<>();
    try {
      for (AudiusRequest request : AudiusRequest.narrowestFirst(host, region)) {
        JsonFields response = http.get(identified(host, request.address()), timeLeft(end));
        tracks
            .read(response.objects("data"), host, request.fallback())
            .forEach(track -> found.putIfAbsent(track.id(), track));
        if (found.size() >= ENOUGH) {
          break;
        }
      }
    } catch (CatalogueException e) {
      if (e.kind() != Kind.BAD_REQUEST) {
        hosts.failed(host);
      }
      if (found.isEmpty()) {
        throw e;
      }
      LOG.info("Audius gave " + found.size() + " tracks, and then: " + e.getMessage());
    }
    return List.copyOf(found.values());
  }

  /**
   * Learns of more hosts from the root of the first one, which used to list them, and opens the
   * connection for the first request on the way. Without a list nothing changes.
   */
  public void discover() {
    HttpUrl host = hosts.next();
    try {
      JsonFields root = http.get(identified(host, host), DISCOVERY_TIMEOUT);
      List<HttpUrl> named =
          root.texts("data").stream()
              .flatMap(text -> Optional.ofNullable(HttpUrl.parse(text)).stream())
              .filter(HttpUrl::isHttps)
              .map(url -> new HttpUrl.Builder().scheme("https").host(url.host()).port(url.port()))
              .map(HttpUrl.Builder::build)
              .toList();
      hosts.add(named);
    } catch (CatalogueException e) {
      LOG.info("Audius's other hosts are not known: " + e.getMessage());
    }
  }

  private static Duration timeLeft(long end) {
    return Duration.ofNanos(end - System.nanoTime());
  }

  /** The token is a secret: only hosts of the settings get it, not those that a host named. */
  private Request identified(HttpUrl host, HttpUrl address) {
    HttpUrl.Builder url = address.newBuilder().addQueryParameter("app_name", AudiusTracks.APP_NAME);
    keys.apiKey().ifPresent(key -> url.addQueryParameter("api_key", key));
    Request.Builder request = new Request.Builder().url(url.build());
    keys.bearerToken()
        .filter(token -> hosts.isConfigured(host))
        .ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request.build();
  }
}
